import { Form, Input } from 'antd'
import { useScope } from '#modules/places/parts/scope.tsx'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import { allowReturn } from '../contract-evacuation.ts'
import { reliefTexts as t } from './messages.ts'
import { CHANGED } from './saying.ts'

/** Whoever lets people home says why it is safe. */
export function ReturnForm({ placeName, onClose }: { placeName: string; onClose: () => void }) {
  const { place } = useScope()
  const send = useCall(allowReturn, CHANGED)
  return (
    <DrawerForm<{ reason: string }>
      title={t.allow()}
      lead={t.allowLead({ place: placeName })}
      open
      onClose={onClose}
      submit={t.allow()}
      done={t.allowed()}
      onSend={({ reason }) => send.mutateAsync({ id: newId() as never, place, reason })}
    >
      <Form.Item name="reason" label={t.allowWhy()} rules={[needed]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </DrawerForm>
  )
}
