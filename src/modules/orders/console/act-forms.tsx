import { Checkbox, Form, Input } from 'antd'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import { getOrder, listOrders, type OrderView } from '../contract.ts'
import { amendOrder, closeOrder, orderHistory, withdrawOrder } from '../contract-after.ts'
import { coverage } from '../contract-answers.ts'
import { signOrder } from '../contract-outlet.ts'
import { instantOf, localOf } from '#ui/console/local-time.ts'
import { actTexts as t, oneTexts } from './messages.ts'

export type Act = 'amend' | 'withdraw' | 'close' | 'sign'
type Given = { order: OrderView; onClose: () => void }
const CHANGED = [getOrder, listOrders, orderHistory, coverage]

export function ActForm({ act, ...given }: Given & { act: Act }) {
  if (act === 'amend') return <AmendForm {...given} />
  if (act === 'withdraw') return <WithdrawForm {...given} />
  if (act === 'close') return <CloseForm {...given} />
  return <SignForm {...given} />
}

type Amended = { title: string; text: string; doneWhen: string; due: string; why: string; again?: boolean }

function AmendForm({ order, onClose }: Given) {
  const send = useCall(amendOrder, CHANGED)
  const { title, text, doneWhen, dueAt } = order
  return (
    <DrawerForm<Amended>
      title={oneTexts.amend()}
      lead={t.amendLead()}
      open
      onClose={onClose}
      width={620}
      initial={{ title, text, doneWhen, due: localOf(dueAt), again: false }}
      submit={oneTexts.amend()}
      done={t.amended()}
      onSend={({ due, ...values }) =>
        send.mutateAsync({
          id: order.id,
          base: order.version,
          ...values,
          ...(due === localOf(dueAt) ? {} : { dueAt: instantOf(due) }),
        })
      }
    >
      <Form.Item name="title" label={t.title()} rules={[needed, { min: 2 }]}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="text" label={t.text()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={9} maxLength={8000} />
      </Form.Item>
      <Form.Item name="doneWhen" label={t.doneWhen()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={2} maxLength={400} />
      </Form.Item>
      <Form.Item name="due" label={t.due()} rules={[needed]}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="why" label={t.why()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={2} maxLength={400} />
      </Form.Item>
      <Form.Item name="again" valuePropName="checked">
        <Checkbox>{t.again()}</Checkbox>
      </Form.Item>
    </DrawerForm>
  )
}

function WithdrawForm({ order, onClose }: Given) {
  const send = useCall(withdrawOrder, CHANGED)
  return (
    <DrawerForm<{ why: string }>
      title={oneTexts.withdraw()}
      lead={t.withdrawLead()}
      open
      onClose={onClose}
      danger
      submit={oneTexts.withdraw()}
      done={t.withdrawn()}
      onSend={({ why }) => send.mutateAsync({ id: order.id, why })}
    >
      <Form.Item name="why" label={t.why()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={3} maxLength={400} />
      </Form.Item>
    </DrawerForm>
  )
}

function CloseForm({ order, onClose }: Given) {
  const send = useCall(closeOrder, CHANGED)
  return (
    <DrawerForm<object>
      title={oneTexts.close()}
      lead={t.closeLead()}
      open
      onClose={onClose}
      submit={oneTexts.close()}
      done={t.closed()}
      onSend={() => send.mutateAsync({ id: order.id })}
    >
      {null}
    </DrawerForm>
  )
}

function SignForm({ order, onClose }: Given) {
  const send = useCall(signOrder, CHANGED)
  return (
    <DrawerForm<{ note: string }>
      title={oneTexts.sign()}
      lead={t.signLead()}
      open
      onClose={onClose}
      submit={oneTexts.sign()}
      done={t.signed()}
      onSend={({ note }) => send.mutateAsync({ id: order.id, note })}
    >
      <Form.Item name="note" label={t.signNote()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={3} maxLength={400} />
      </Form.Item>
    </DrawerForm>
  )
}
