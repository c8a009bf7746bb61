import { App, Form, Input } from 'antd'
import { PostPick } from '#modules/posts/parts/post-pick.tsx'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import { coverage, listRecipients, myOrders, standIn } from '../contract-answers.ts'
import { actTexts as t, oneTexts } from './messages.ts'

type Values = { of: string; by?: string | null; reason: string }

/** For all open orders of an absent post. */
export function StandInForm({ onClose }: { onClose: () => void }) {
  const send = useCall(standIn, [listRecipients, myOrders, coverage])
  const { message } = App.useApp()
  const arrange = async ({ of, by, reason }: Values) => {
    const { orders } = await send.mutateAsync({ of: of as never, by: (by ?? null) as never, reason })
    void message.info(t.standInDone({ n: orders }))
  }
  return (
    <DrawerForm<Values>
      title={oneTexts.standIn()}
      lead={t.standInLead()}
      open
      onClose={onClose}
      submit={oneTexts.standIn()}
      onSend={arrange}
    >
      <Form.Item name="of" label={t.standInOf()} rules={[needed]}>
        <PostPick label={t.standInOf()} />
      </Form.Item>
      <Form.Item name="by" label={t.standInBy()}>
        <PostPick label={t.standInBy()} />
      </Form.Item>
      <Form.Item name="reason" label={t.why()} rules={[needed, { min: 2 }]}>
        <Input maxLength={200} />
      </Form.Item>
    </DrawerForm>
  )
}
