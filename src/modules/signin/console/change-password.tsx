import { Alert, App, Button, Form, Input } from 'antd'
import { needed } from '#ui/console/drawer-form.tsx'
import { refusalText } from '#ui/console/messages.ts'
import { useCall } from '#ui/query.tsx'
import { changePassword, listSessions } from '../contract.ts'
import { consoleSignin as t } from './messages.ts'

type Values = { current: string; next: string; again: string }

export function ChangePassword() {
  const [form] = Form.useForm<Values>()
  const { message } = App.useApp()
  const change = useCall(changePassword, [listSessions])
  const send = ({ current, next }: Values) =>
    change.mutate(
      { current, next },
      {
        onSuccess: () => {
          form.resetFields()
          void message.success(t.changed())
        },
      },
    )
  return (
    <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={send} style={{ maxWidth: 420 }}>
      {change.error && (
        <Alert type="error" showIcon role="alert" className="drawer-error" title={refusalText(change.error)} />
      )}
      <Form.Item name="current" label={t.currentPassword()} rules={[needed]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="next"
        label={t.nextPassword()}
        extra={t.nextHint()}
        rules={[needed, { min: 10, message: t.nextHint() }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t.repeat()}
        dependencies={['next']}
        rules={[
          needed,
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(t.notSame())),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t.change()}
      </Button>
    </Form>
  )
}
