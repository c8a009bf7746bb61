import { Form, Select } from 'antd'
import { OriginFields } from '#modules/people/parts/provenance.tsx'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import {
  joinHousehold,
  leaveHousehold,
  LEAVING,
  type Member,
  RELATIONS,
  RESIDENCES,
  restateMember,
} from '../contract.ts'
import { Merge, Move, Split, Undo } from './arrange-forms.tsx'
import { type Closing, type Dated, DayField, REFRESH, type Task, useDated } from './forms.tsx'
import type { HouseholdView } from './household.tsx'
import { homeTexts as t, relationText, residenceText } from './messages.ts'
import { memberOf, PersonFields, type PersonTyped } from './person-fields.tsx'
import { newId } from '#ui/call.ts'

type FormsProps = { task: Task | undefined; view: HouseholdView } & Closing

export function HouseholdForms({ task, view, onClose }: FormsProps) {
  const household = view.household.id
  if (!task) return null
  if (task.kind === 'join') return <Join household={household} onClose={onClose} />
  if (task.kind === 'change') return <Change member={task.member} onClose={onClose} />
  if (task.kind === 'leave') return <Leave member={task.member} onClose={onClose} />
  if (task.kind === 'split') return <Split view={view} onClose={onClose} />
  if (task.kind === 'merge') return <Merge household={household} onClose={onClose} />
  if (task.kind === 'move') return <Move household={household} onClose={onClose} />
  return <Undo act={task.act} onClose={onClose} />
}

function Join({ household, onClose }: { household: HouseholdView['household']['id'] } & Closing) {
  const send = useCall(joinHousehold, REFRESH)
  const dated = useDated()
  return (
    <DrawerForm<PersonTyped & Dated>
      title={t.join()}
      lead={t.joinLead()}
      open
      onClose={onClose}
      initial={{ how: 'fresh', residence: 'own', ...dated }}
      submit={t.join()}
      done={t.done()}
      onSend={({ day, origin, ...typed }) =>
        send.mutateAsync({ household, member: memberOf(typed), day, origin } as never)
      }
    >
      <PersonFields />
      <DayField />
      <OriginFields />
    </DrawerForm>
  )
}

type Changing = Dated & { relation: Member['relation']; residence: Member['residence'] }

function Change({ member, onClose }: { member: Member } & Closing) {
  const send = useCall(restateMember, REFRESH)
  const dated = useDated()
  return (
    <DrawerForm<Changing>
      title={`${member.name} · ${t.change()}`}
      open
      onClose={onClose}
      initial={{ ...dated, relation: member.relation, residence: member.residence }}
      submit={t.change()}
      done={t.done()}
      onSend={(values) => send.mutateAsync({ ...values, id: newId(), member: member.id } as never)}
    >
      <Form.Item name="relation" label={t.relation()} rules={[needed]}>
        <Select options={RELATIONS.map((value) => ({ value, label: relationText(value) }))} />
      </Form.Item>
      <Form.Item name="residence" label={t.residence()} rules={[needed]}>
        <Select options={RESIDENCES.map((value) => ({ value, label: residenceText(value) }))} />
      </Form.Item>
      <DayField />
      <OriginFields />
    </DrawerForm>
  )
}

const WHY = { moved: t.why_moved, died: t.why_died, entered_wrongly: t.why_entered_wrongly }

function Leave({ member, onClose }: { member: Member } & Closing) {
  const send = useCall(leaveHousehold, REFRESH)
  const dated = useDated()
  return (
    <DrawerForm<Dated & { why: (typeof LEAVING)[number] }>
      title={`${member.name} · ${t.leave()}`}
      lead={t.leaveLead()}
      open
      onClose={onClose}
      initial={{ ...dated, why: 'moved' }}
      submit={t.leave()}
      danger
      done={t.done()}
      onSend={(values) => send.mutateAsync({ ...values, member: member.id })}
    >
      <Form.Item name="why" label={t.whyLeft()} rules={[needed]}>
        <Select options={LEAVING.map((value) => ({ value, label: WHY[value]() }))} />
      </Form.Item>
      <DayField label={t.leaveDay()} />
      <OriginFields />
    </DrawerForm>
  )
}
