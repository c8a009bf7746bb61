import { Form, Input, Radio } from 'antd'
import { ResidentSelect } from '#modules/homes/parts/resident-select.tsx'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { useScope } from '#modules/places/parts/scope.tsx'
import { newId } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { instantOf } from '#ui/console/local-time.ts'
import { useCall } from '#ui/query.tsx'
import { givePass, PASS_REASONS, type PassView } from '../../contract-passes.ts'
import { passWords } from '../../parts/pass-messages.ts'
import { CalledFields, personOf, type PersonTyped } from '../person-fields.tsx'
import { UntilField } from '../until-field.tsx'
import { passTexts as t } from './messages.ts'
import { PASSES_CHANGED } from './one.tsx'

const WHO = ['resident', 'caller', 'vehicle'] as const
type Who = (typeof WHO)[number]
type Giving = PersonTyped & {
  to: Who
  plate?: string
  reason: PassView['reason']
  why: string
  place: string
  until: string
}
const PLATE = /^[\p{L}\p{N}·-]{5,12}$/u

/** To somebody who is known, to somebody who is not, or to a vehicle; the code is shown when it was given. */
export function GivePass({ onClose }: { onClose: () => void }) {
  const { place, top } = useScope()
  const { permissions } = useActing()
  const [, change] = useAddress()
  const send = useCall(givePass, PASSES_CHANGED)
  const looksUp = permissions.has('homes.see')
  const ways = WHO.filter((who) => who !== 'resident' || looksUp)
  const give = async ({ to, plate, reason, why, place: where, until, ...who }: Giving): Promise<void> => {
    const id = newId()
    const typed = to === 'vehicle' ? { person: null, caller: null } : personOf(who)
    const facts = { reason, why, place: where, plate: plate?.replace(/[\s·-]/g, '') || null, until: instantOf(until) }
    await send.mutateAsync({ id: id as never, ...facts, person: typed.person as never, caller: typed.caller })
    change({ one: id, state: undefined })
  }
  return (
    <DrawerForm<Giving>
      title={t.give()}
      lead={t.giveLead()}
      open
      onClose={onClose}
      initial={{ to: ways[0] ?? 'caller', reason: 'work', place }}
      submit={t.give()}
      done={t.given()}
      onSend={give}
    >
      <Form.Item name="to" label={t.who()}>
        <Radio.Group optionType="button" options={ways.map((who) => ({ value: who, label: t[`who_${who}`]() }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['to']}>
        {({ getFieldValue }) => <Holder to={getFieldValue('to') as Who} />}
      </Form.Item>
      <Form.Item name="reason" label={t.reason()}>
        <Radio.Group
          optionType="button"
          options={PASS_REASONS.map((reason) => ({ value: reason, label: passWords[reason]() }))}
        />
      </Form.Item>
      <Form.Item name="why" label={t.why()} extra={t.whyHint()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="place" label={t.to()} rules={[needed]}>
        <PlaceSelect label={t.to()} under={top} />
      </Form.Item>
      <UntilField hours={[4, 12]} days={[1, 3, 7]} />
    </DrawerForm>
  )
}

function Holder({ to }: { to: Who }) {
  return (
    <>
      {to === 'resident' && (
        <Form.Item name="person" label={t.resident()} rules={[needed]}>
          <ResidentSelect />
        </Form.Item>
      )}
      {to === 'caller' && <CalledFields hint={t.whoHint()} />}
      <Form.Item
        name="plate"
        label={t.plate()}
        {...(to === 'vehicle' ? {} : { extra: t.plateHint() })}
        rules={[...(to === 'vehicle' ? [needed] : []), { pattern: PLATE, message: t.plateWrong() }]}
      >
        <Input maxLength={12} autoComplete="off" />
      </Form.Item>
    </>
  )
}
