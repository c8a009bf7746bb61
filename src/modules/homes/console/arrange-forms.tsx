import { Checkbox, Form, Radio, Select } from 'antd'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import { mergeHouseholds, moveHousehold, splitHousehold, undoAct } from '../contract-arrange.ts'
import { type HouseholdId, type Relation, RELATIONS } from '../contract.ts'
import { type Closing, type Dated, DayField, REFRESH, useDated } from './forms.tsx'
import type { HouseholdView } from './household.tsx'
import { homeTexts as t, relationText } from './messages.ts'
import { DoorSelect } from './person-fields.tsx'

type Splitting = Dated & { going: string[]; head: string; relations?: Record<string, Relation> }

/** Who goes, who is the new head, and how the others stand to them. */
export function Split({ view, onClose }: { view: HouseholdView } & Closing) {
  const send = useCall(splitHousehold, REFRESH)
  const dated = useDated()
  const household = view.household.id
  return (
    <DrawerForm<Splitting>
      title={t.split()}
      lead={t.splitLead()}
      open
      onClose={onClose}
      initial={{ ...dated, going: [] }}
      submit={t.split()}
      done={t.done()}
      onSend={({ day, origin, going, head, relations = {} }) =>
        send.mutateAsync({
          act: newId(),
          household,
          into: newId(),
          day,
          origin,
          members: going.map((member) => ({
            member,
            relation: member === head ? 'head' : (relations[member] ?? 'unknown'),
          })),
        } as never)
      }
    >
      <Form.Item name="going" label={t.going()} rules={[{ type: 'array', min: 1, message: needed.message }]}>
        <Checkbox.Group
          options={view.members.map(({ id, name, relation }) => ({
            value: id as string,
            label: `${name} (${relationText(relation)})`,
          }))}
        />
      </Form.Item>
      <GoingOnes view={view} />
      <DayField />
    </DrawerForm>
  )
}

function GoingOnes({ view }: { view: HouseholdView }) {
  const going = Form.useWatch<string[] | undefined>('going') ?? []
  const head = Form.useWatch<string | undefined>('head')
  const chosen = view.members.filter(({ id }) => going.includes(id))
  if (chosen.length === 0) return null
  return (
    <>
      <Form.Item name="head" label={t.newHead()} rules={[needed]}>
        <Radio.Group options={chosen.map(({ id, name }) => ({ value: id as string, label: name }))} />
      </Form.Item>
      {chosen
        .filter(({ id }) => (id as string) !== head)
        .map(({ id, name }) => (
          <Form.Item key={id} name={['relations', id]} label={`${name} · ${t.relation()}`}>
            <Select
              options={RELATIONS.filter((one) => one !== 'head').map((value) => ({
                value,
                label: relationText(value),
              }))}
            />
          </Form.Item>
        ))}
    </>
  )
}

export function Merge({ household, onClose }: { household: HouseholdId } & Closing) {
  const send = useCall(mergeHouseholds, REFRESH)
  const dated = useDated()
  return (
    <DrawerForm<Dated & { gone: string }>
      title={t.merge()}
      lead={t.mergeLead()}
      open
      onClose={onClose}
      initial={dated}
      submit={t.merge()}
      done={t.done()}
      onSend={(values) => send.mutateAsync({ ...values, act: newId(), household } as never)}
    >
      <Form.Item name="gone" label={t.otherHousehold()} rules={[needed]}>
        <DoorSelect of="household" />
      </Form.Item>
      <DayField />
    </DrawerForm>
  )
}

export function Move({ household, onClose }: { household: HouseholdId } & Closing) {
  const send = useCall(moveHousehold, REFRESH)
  const dated = useDated()
  return (
    <DrawerForm<Dated & { dwelling: string }>
      title={t.move()}
      lead={t.moveLead()}
      open
      onClose={onClose}
      initial={dated}
      submit={t.move()}
      done={t.done()}
      onSend={(values) => send.mutateAsync({ ...values, act: newId(), household } as never)}
    >
      <Form.Item name="dwelling" label={t.toDoor()} rules={[needed]}>
        <DoorSelect of="dwelling" />
      </Form.Item>
      <DayField />
    </DrawerForm>
  )
}

export function Undo({ act, onClose }: { act: string } & Closing) {
  const send = useCall(undoAct, REFRESH)
  return (
    <DrawerForm<object>
      title={t.undo()}
      lead={t.undoLead()}
      open
      onClose={onClose}
      submit={t.undo()}
      danger
      done={t.undone()}
      onSend={() => send.mutateAsync({ act } as never)}
    >
      {null}
    </DrawerForm>
  )
}
