import { Alert, App, Button, Checkbox, Form, Input, type InputRef } from 'antd'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { useScope } from '#modules/places/parts/scope.tsx'
import { newId } from '#ui/call.ts'
import { needed, showProblems } from '#ui/console/drawer-form.tsx'
import { Go } from '#ui/console/go.tsx'
import { refusalText } from '#ui/console/messages.ts'
import { Panel } from '#ui/console/page.tsx'
import { useCall } from '#ui/query.tsx'
import { type CallView, takeCall } from '../../contract-hotline.ts'
import { useOpened } from '../opened.ts'
import { PHONE } from '../person-fields.tsx'
import { CALLS_CHANGED } from './changed.ts'
import { callTexts as t } from './messages.ts'

type Taking = { phone: string; name: string; place: string; address?: string; text: string; urgent: boolean }

/** Somebody is on the phone: from field to field by Tab, down by Ctrl+Enter, and ready for the next. */
export function TakeCall({ waiting }: { waiting: readonly CallView[] }) {
  const { top } = useScope()
  const [form] = Form.useForm<Taking>()
  const first = useRef<InputRef>(null)
  const send = useCall(takeCall, CALLS_CHANGED)
  const { message } = App.useApp()
  useEffect(() => first.current?.focus(), [])
  const take = ({ phone, name, address, ...facts }: Taking): void => {
    const input = { id: newId() as never, ...facts, address: address || null, caller: { name, phone } }
    send.mutate(input, {
      onSuccess: () => {
        void message.success(t.taken())
        form.resetFields()
        first.current?.focus()
      },
      onError: (problem) => showProblems(form as never, problem),
    })
  }
  const byKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
  }
  return (
    <Panel title={t.take()} note={t.takeHint()} className="relief-intake">
      {send.error && <Alert type="error" showIcon className="drawer-error" title={refusalText(send.error)} />}
      <Form<Taking>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ urgent: false }}
        onFinish={take}
        onKeyDown={byKey}
      >
        <div className="relief-two">
          <Form.Item name="phone" label={t.phone()} rules={[needed, { pattern: PHONE, message: t.phoneWrong() }]}>
            <Input ref={first} inputMode="numeric" maxLength={11} autoComplete="off" />
          </Form.Item>
          <Form.Item name="name" label={t.name()} rules={[needed]}>
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item noStyle dependencies={['phone']}>
          {({ getFieldValue }) => (
            <Before phone={(getFieldValue('phone') as string | undefined) ?? ''} waiting={waiting} />
          )}
        </Form.Item>
        <Form.Item name="place" label={t.place()} rules={[needed]}>
          <PlaceSelect label={t.place()} under={top} only={['village', 'grid']} clearable={false} />
        </Form.Item>
        <Form.Item noStyle dependencies={['place']}>
          {({ getFieldValue }) => <OpenThere place={(getFieldValue('place') as string | undefined) ?? ''} />}
        </Form.Item>
        <Form.Item name="address" label={t.address()}>
          <Input maxLength={120} autoComplete="off" />
        </Form.Item>
        <Form.Item name="text" label={t.text()} rules={[needed, { min: 2 }]}>
          <Input.TextArea rows={4} maxLength={1000} />
        </Form.Item>
        <div className="row spread">
          <Form.Item name="urgent" valuePropName="checked" noStyle>
            <Checkbox>{t.urgent()}</Checkbox>
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={send.isPending}>
            {t.submit()}
          </Button>
        </div>
      </Form>
    </Panel>
  )
}

/** One matter is one call, however often somebody rings for it. */
function Before({ phone, waiting }: { phone: string; waiting: readonly CallView[] }) {
  const earlier = PHONE.test(phone) && waiting.find(({ caller }) => isMasked(phone, caller.phoneMasked ?? ''))
  if (!earlier) return null
  return <Alert type="warning" showIcon className="drawer-error" title={t.again({ text: earlier.text })} />
}

/** Numbers come masked; head and end are enough for a hint. */
const isMasked = (phone: string, masked: string): boolean =>
  masked !== '' && masked.startsWith(phone.slice(0, 3)) && masked.endsWith(phone.slice(-4))

/** Said before it is typed for nothing. */
function OpenThere({ place }: { place: string }) {
  const { asked, isOpen } = useOpened(place)
  if (place === '' || !asked.data || isOpen('relief.hotline')) return null
  return (
    <Alert
      type="warning"
      showIcon
      className="drawer-error"
      title={t.shutThere()}
      description={<Go to="/cases/new">{t.asCase()}</Go>}
    />
  )
}
