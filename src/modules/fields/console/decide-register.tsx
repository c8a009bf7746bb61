import { Button, Checkbox, Form, Input, Select } from 'antd'
import { getHousehold, type Member, RELATIONS, type Relation } from '#modules/homes/contract.ts'
import { spokenRelation } from '#modules/homes/parts/relation.ts'
import { newId } from '#ui/call.ts'
import { needed } from '#ui/console/drawer-form.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk } from '#ui/query.tsx'
import { contestTexts as t } from './contest-messages.ts'

type Missing = { name: string; relation: Relation; born?: string }
export type RegisterTyped = { head?: string; names?: Record<string, string>; stay?: string[]; missing?: Missing[] }

/** The value follows from the register: the name of a member, or how many there are. */
export function registerOf(field: string, { head = '', names = {}, stay = [], missing = [] }: RegisterTyped) {
  if (field === 'household.head') return { value: names[head] ?? '', register: { head } }
  const leave = Object.keys(names).filter((member) => !stay.includes(member))
  const join = missing.map(({ name, relation, born }) => ({
    id: newId(),
    relation,
    residence: 'own',
    resident: { id: newId(), name, born: born || null },
  }))
  return { value: stay.length + join.length, register: { leave, join } }
}

const useMembers = (household: string) => useAsk(getHousehold, { id: household as never })
const labelOf = ({ name, relation }: Member): string => `${name} (${spokenRelation(relation) ?? '—'})`

/** Who is the head: one of those who belong to it. */
export function HeadFields({ household }: { household: string }) {
  const found = useMembers(household)
  return (
    <Shown of={found} lines={3}>
      {({ members }) => (
        <>
          <Form.Item name="names" hidden initialValue={Object.fromEntries(members.map((m) => [m.person, m.name]))}>
            <Input />
          </Form.Item>
          <Form.Item name="head" label={t.rightHead()} rules={[needed]} extra={t.headHint()}>
            <Select options={members.map((member) => ({ value: member.person as string, label: labelOf(member) }))} />
          </Form.Item>
        </>
      )}
    </Shown>
  )
}

/** Who belongs to it and who is missing; how many that are is counted. */
export function SizeFields({ household }: { household: string }) {
  const found = useMembers(household)
  return (
    <Shown of={found} lines={4}>
      {({ members }) => (
        <>
          <Form.Item name="names" hidden initialValue={Object.fromEntries(members.map((m) => [m.id, m.name]))}>
            <Input />
          </Form.Item>
          <Form.Item
            name="stay"
            label={t.rightMembers()}
            initialValue={members.map(({ id }) => id)}
            extra={t.stayHint()}
          >
            <Checkbox.Group
              options={members.map((member) => ({ value: member.id as string, label: labelOf(member) }))}
            />
          </Form.Item>
          <MissingOnes />
          <Total />
        </>
      )}
    </Shown>
  )
}

const MissingOnes = () => (
  <Form.List name="missing">
    {(rows, { add, remove }) => (
      <Form.Item label={t.missing()}>
        {rows.map(({ key, name }) => (
          <div key={key} className="missing-row">
            <Form.Item name={[name, 'name']} rules={[needed]} noStyle>
              <Input maxLength={60} placeholder={t.missingName()} aria-label={t.missingName()} />
            </Form.Item>
            <Form.Item name={[name, 'relation']} rules={[needed]} noStyle>
              <Select
                aria-label={t.missingRelation()}
                placeholder={t.missingRelation()}
                options={RELATIONS.filter((one) => one !== 'head').map((value) => ({
                  value,
                  label: spokenRelation(value),
                }))}
              />
            </Form.Item>
            <Form.Item name={[name, 'born']} noStyle>
              <Input type="date" aria-label={t.missingBorn()} />
            </Form.Item>
            <Button type="text" onClick={() => remove(name)}>
              {t.drop()}
            </Button>
          </div>
        ))}
        <Button onClick={() => add({})}>{t.addMissing()}</Button>
      </Form.Item>
    )}
  </Form.List>
)

function Total() {
  const stay = Form.useWatch<string[] | undefined>('stay') ?? []
  const missing = Form.useWatch<unknown[] | undefined>('missing') ?? []
  return (
    <Form.Item label={t.right()}>
      <strong className="strong">{t.persons({ n: stay.length + missing.length })}</strong>
    </Form.Item>
  )
}
