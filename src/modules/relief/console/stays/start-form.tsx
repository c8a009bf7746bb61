import { Form, Input } from 'antd'
import { useScope } from '#modules/places/parts/scope.tsx'
import { ResidentSelect } from '#modules/homes/parts/resident-select.tsx'
import { newId } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { instantOf } from '#ui/console/local-time.ts'
import { useCall } from '#ui/query.tsx'
import { startStay } from '../../contract-stays.ts'
import { CalledFields, personOf, type PersonTyped } from '../person-fields.tsx'
import { UntilField } from '../until-field.tsx'
import { HelperField, STAYS_CHANGED } from './forms.tsx'
import { stayTexts as t } from './messages.ts'

type Starting = PersonTyped & { basis: string; helper: string; until: string }

/** Somebody is looked up, or named with a number by an office that may not look people up. */
export function StartStay({ onClose }: { onClose: () => void }) {
  const { place } = useScope()
  const { permissions } = useActing()
  const send = useCall(startStay, STAYS_CHANGED)
  return (
    <DrawerForm<Starting>
      title={t.start()}
      lead={t.startLead()}
      open
      onClose={onClose}
      submit={t.start()}
      done={t.started()}
      explain={({ code }) => code === 'already' && t.already()}
      onSend={({ basis, helper, until, ...who }) => {
        const { person, caller: called } = personOf(who)
        const rest = { basis, helper: helper as never, until: instantOf(until) }
        return send.mutateAsync({ id: newId() as never, person: person as never, called, ...rest })
      }}
    >
      {permissions.has('homes.see') ? (
        <Form.Item name="person" label={t.who()} rules={[needed]}>
          <ResidentSelect />
        </Form.Item>
      ) : (
        <CalledFields hint={t.phoneHint()} />
      )}
      <Form.Item name="basis" label={t.basis()} extra={t.basisHint()} rules={[needed]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <HelperField place={place} />
      <UntilField days={[3, 7, 14]} />
    </DrawerForm>
  )
}
