import { Form, Input, Radio, Select } from 'antd'
import { newId } from '#ui/call.ts'
import { needed } from '#ui/console/drawer-form.tsx'
import { useAsk } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import { useState } from 'react'
import { searchHomes } from '../contract-search.ts'
import { RELATIONS, RESIDENCES } from '../contract.ts'
import { ResidentSelect } from '../parts/resident-select.tsx'
import { doorText, homeTexts as t, relationText, residenceText } from './messages.ts'

/** What a form says of one member; ids are made when it is sent. */
export type PersonTyped = {
  how: 'known' | 'fresh'
  person?: string
  name?: string
  sex?: 'female' | 'male'
  born?: string
  phone?: string
  idNumber?: string
  relation: (typeof RELATIONS)[number]
  residence: (typeof RESIDENCES)[number]
}

export function memberOf(typed: PersonTyped) {
  const { how, person, name = '', sex, born, phone, idNumber, relation, residence } = typed
  const base = { id: newId(), relation, residence }
  if (how === 'known') return { ...base, person }
  const documents = idNumber ? [{ id: newId(), kind: 'resident_id', number: idNumber }] : []
  const resident = { id: newId(), name, sex: sex ?? null, born: born || null, phone: phone || null, documents }
  return { ...base, resident }
}

/** Somebody who is entered already, or somebody new. */
export function PersonFields({ head = false }: { head?: boolean }) {
  const how = Form.useWatch<PersonTyped['how'] | undefined>('how')
  return (
    <>
      <Form.Item name="how">
        <Radio.Group
          optionType="button"
          options={[
            { value: 'fresh', label: t.fresh() },
            { value: 'known', label: t.known() },
          ]}
        />
      </Form.Item>
      {how === 'known' ? (
        <Form.Item name="person" label={t.who()} rules={[needed]}>
          <ResidentSelect />
        </Form.Item>
      ) : (
        <NewPerson />
      )}
      <div className="new-row">
        {!head && (
          <Form.Item name="relation" label={t.relation()} rules={[needed]}>
            <Select
              options={RELATIONS.filter((one) => one !== 'head').map((value) => ({
                value,
                label: relationText(value),
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="residence" label={t.residence()} rules={[needed]}>
          <Select options={RESIDENCES.map((value) => ({ value, label: residenceText(value) }))} />
        </Form.Item>
      </div>
    </>
  )
}

const NewPerson = () => (
  <>
    <div className="new-row">
      <Form.Item name="name" label={t.name()} rules={[needed]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="sex" label={t.sex()}>
        <Select
          allowClear
          options={[
            { value: 'female', label: t.female() },
            { value: 'male', label: t.male() },
          ]}
        />
      </Form.Item>
    </div>
    <div className="new-row">
      <Form.Item name="born" label={t.born()}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="phone" label={t.phone()}>
        <Input inputMode="tel" maxLength={12} />
      </Form.Item>
    </div>
    <Form.Item name="idNumber" label={t.idNumber()} extra={t.idHint()}>
      <Input maxLength={18} />
    </Form.Item>
  </>
)

type SelectProps = { value?: string; onChange?: (id: string) => void; id?: string }

/** A door of the own range: of a dwelling, or of a household behind it. */
export function DoorSelect({ value, onChange, id, of }: SelectProps & { of: 'dwelling' | 'household' }) {
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim(), 350)
  const found = useAsk(searchHomes, { text, limit: 30 }, { when: text !== '' })
  const doors = (found.data?.doors ?? []).filter((door) => of === 'dwelling' || door.id !== null)
  const options = doors.map((door) => ({
    value: (of === 'dwelling' ? door.dwelling : (door.id ?? '')) as string,
    label: `${doorText(door)} ${door.headName ?? (door.id ? '' : t.emptyDoor())}`,
  }))
  return (
    <Select
      {...(id ? { id } : {})}
      {...(onChange ? { onChange } : {})}
      value={value ?? null}
      aria-label={t.door()}
      placeholder={t.doorHint()}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={text ? t.noDoors() : null}
      options={options.filter((one, at) => options.findIndex(({ value: other }) => other === one.value) === at)}
    />
  )
}
