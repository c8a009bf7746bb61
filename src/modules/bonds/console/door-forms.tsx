import { Form, Input, Select } from 'antd'
import { dayOf } from '#kernel/clock.ts'
import { PersonSelect } from '#modules/people/parts/person-select.tsx'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { named } from '#kernel/messages.ts'
import { type Answerer, endBond, listAnswerers, listKinds, makeBond, substitute, whoAnswers } from '../contract.ts'
import { bondTexts as t } from './messages.ts'

export type DoorTask = { kind: 'assign'; household: string } | { kind: 'end' | 'substitute'; bond: Answerer }
type Closing = { onClose: () => void }

export function DoorForms({ task, onClose }: { task: DoorTask | undefined } & Closing) {
  if (task?.kind === 'assign') return <Assign household={task.household} onClose={onClose} />
  if (task?.kind === 'substitute') return <StandIn bond={task.bond} onClose={onClose} />
  if (task?.kind === 'end') return <End bond={task.bond} onClose={onClose} />
  return null
}

/** Out of those who stand ready in the village of the door. */
function Assign({ household, onClose }: { household: string } & Closing) {
  const send = useCall(makeBond, [whoAnswers, listAnswerers])
  const door = useAsk(whoAnswers, { household })
  const place = door.data?.place.slice(0, 12) ?? ''
  const ready = useAsk(listAnswerers, { place }, { when: place !== '' })
  const kinds = useAsk(listKinds, {})
  const nameOf = (code: string): string => {
    const kind = kinds.data?.rows.find((one) => one.code === code)
    return kind ? named(kind.name) : code
  }
  return (
    <DrawerForm<{ answerer: string }>
      title={t.assign()}
      lead={t.assignLead()}
      open
      onClose={onClose}
      submit={t.assign()}
      done={t.assignedDone()}
      onSend={({ answerer }) => {
        const one = ready.data?.rows.find(({ id }) => id === answerer)
        return send.mutateAsync({
          id: newId() as never,
          kind: one?.kind ?? '',
          from: one?.source ?? { kind: 'person', id: '' },
          to: { kind: 'household', id: household },
        })
      }}
    >
      <Form.Item name="answerer" label={t.who()} rules={[needed]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t.who()}
          options={(ready.data?.rows ?? []).map(({ id, kind, name, load, most }) => ({
            value: id as string,
            label: `${name} · ${nameOf(kind)} · ${load}/${most ?? t.noQuota()}`,
            disabled: most !== null && load >= most,
          }))}
        />
      </Form.Item>
    </DrawerForm>
  )
}

function End({ bond, onClose }: { bond: Answerer } & Closing) {
  const now = useNow()
  const send = useCall(endBond, [whoAnswers])
  return (
    <DrawerForm<{ day: string; reason: string }>
      title={t.endTitle({ name: bond.name })}
      lead={t.endLead()}
      open
      onClose={onClose}
      initial={{ day: dayOf(now) }}
      submit={t.end()}
      danger
      done={t.ended()}
      onSend={(values) => send.mutateAsync({ ...values, id: bond.bond ?? ('' as never) })}
    >
      <Form.Item name="day" label={t.fromDay()} rules={[needed]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="reason" label={t.reason()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={3} maxLength={400} />
      </Form.Item>
    </DrawerForm>
  )
}

function StandIn({ bond, onClose }: { bond: Answerer } & Closing) {
  const now = useNow()
  const send = useCall(substitute, [whoAnswers])
  return (
    <DrawerForm<{ by: string; from: string; until: string; reason: string }>
      title={t.substituteTitle({ name: bond.name })}
      lead={t.substituteLead()}
      open
      onClose={onClose}
      initial={{ from: dayOf(now) }}
      submit={t.substitute()}
      done={t.substituted()}
      onSend={({ by, ...values }) =>
        send.mutateAsync({ ...values, id: newId() as never, of: bond.source, by: { kind: 'person', id: by } })
      }
    >
      <Form.Item name="by" label={t.standIn()} rules={[needed]}>
        <PersonSelect label={t.standIn()} />
      </Form.Item>
      <Form.Item name="from" label={t.fromDay()} rules={[needed]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="until" label={t.backDay()} rules={[needed]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="reason" label={t.reason()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </DrawerForm>
  )
}
