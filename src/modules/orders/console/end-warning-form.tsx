import { Form, Input } from 'antd'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import { endWarning, listWarnings, type Warning } from '../contract-warnings.ts'
import { warningTitle } from '../parts/looks.ts'
import { warnTexts as t } from './warning-messages.ts'

export function EndWarningForm({ warning, onClose }: { warning: Warning; onClose: () => void }) {
  const send = useCall(endWarning, [listWarnings])
  return (
    <DrawerForm<{ reason: string }>
      title={t.endTitle()}
      lead={warningTitle(warning)}
      open
      onClose={onClose}
      submit={t.end()}
      done={t.ended()}
      onSend={({ reason }) => send.mutateAsync({ id: warning.id, reason })}
    >
      <Form.Item name="reason" label={t.reason()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={3} maxLength={400} />
      </Form.Item>
    </DrawerForm>
  )
}
