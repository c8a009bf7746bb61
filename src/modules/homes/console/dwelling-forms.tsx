import { Form, Input, Select } from 'antd'
import type { Origin } from '#modules/people/contract-entries.ts'
import { OriginFields } from '#modules/people/parts/provenance.tsx'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { newId } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import {
  addDwelling,
  correctDwelling,
  type Dwelling,
  DWELLING_KINDS,
  type DwellingKind,
  endDwelling,
  listDwellings,
  moveIn,
} from '../contract.ts'
import { type Closing, type Dated, DayField, REFRESH, useDated } from './forms.tsx'
import { homeTexts as t, kindText } from './messages.ts'
import { memberOf, PersonFields, type PersonTyped } from './person-fields.tsx'

const ALL = [...REFRESH, listDwellings]
type Door = { place: string; address: string; door?: string; kind: DwellingKind; origin: Origin }

const DoorFields = () => (
  <>
    <Form.Item name="address" label={t.address()} rules={[needed, { min: 2 }]}>
      <Input maxLength={120} />
    </Form.Item>
    <div className="new-row">
      <Form.Item name="door" label={t.door()}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="kind" label={t.kind()} rules={[needed]}>
        <Select options={DWELLING_KINDS.map((value) => ({ value, label: kindText(value) }))} />
      </Form.Item>
    </div>
    <OriginFields />
  </>
)

export function AddDwelling({ place, onClose }: { place: string } & Closing) {
  const { place: top } = useActing()
  const send = useCall(addDwelling, ALL)
  const { origin } = useDated()
  return (
    <DrawerForm<Door>
      title={t.addDwelling()}
      open
      onClose={onClose}
      initial={{ kind: 'house', origin, ...(place.length >= 15 ? { place } : {}) }}
      submit={t.addDwelling()}
      done={t.done()}
      onSend={({ door, ...values }) => send.mutateAsync({ ...values, id: newId(), door: door || null } as never)}
    >
      <Form.Item name="place" label={t.grid()} rules={[needed]}>
        <PlaceSelect label={t.grid()} under={top} only={['grid', 'microgrid']} />
      </Form.Item>
      <DoorFields />
    </DrawerForm>
  )
}

export function CorrectDwelling({ dwelling, onClose }: { dwelling: Dwelling } & Closing) {
  const send = useCall(correctDwelling, ALL)
  const { origin } = useDated()
  const { address, door, kind } = dwelling
  return (
    <DrawerForm<Door>
      title={t.correct()}
      open
      onClose={onClose}
      initial={{ address, kind, origin, ...(door ? { door } : {}) }}
      submit={t.correct()}
      done={t.done()}
      onSend={({ door: now, ...values }) =>
        send.mutateAsync({ ...values, id: newId(), dwelling: dwelling.id, door: now || null } as never)
      }
    >
      <DoorFields />
    </DrawerForm>
  )
}

export function EndDwelling({ dwelling, onClose }: { dwelling: Dwelling } & Closing) {
  const send = useCall(endDwelling, ALL)
  const dated = useDated()
  return (
    <DrawerForm<Dated>
      title={t.endDwelling()}
      open
      onClose={onClose}
      initial={dated}
      submit={t.endDwelling()}
      danger
      done={t.done()}
      onSend={(values) => send.mutateAsync({ ...values, dwelling: dwelling.id })}
    >
      <DayField label={t.leaveDay()} />
      <OriginFields />
    </DrawerForm>
  )
}

export function MoveIn({ dwelling, onClose }: { dwelling: Dwelling } & Closing) {
  const send = useCall(moveIn, ALL)
  const dated = useDated()
  return (
    <DrawerForm<PersonTyped & Dated>
      title={t.moveIn()}
      lead={t.moveInLead()}
      open
      onClose={onClose}
      initial={{ how: 'fresh', residence: 'own', relation: 'head', ...dated }}
      submit={t.moveIn()}
      done={t.done()}
      onSend={({ day, origin, ...typed }) =>
        send.mutateAsync({
          household: newId(),
          dwelling: dwelling.id,
          members: [memberOf({ ...typed, relation: 'head' })],
          day,
          origin,
        } as never)
      }
    >
      <PersonFields head />
      <DayField />
      <OriginFields />
    </DrawerForm>
  )
}
