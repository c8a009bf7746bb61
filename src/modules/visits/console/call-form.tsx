import { Form, Input } from 'antd'
import { ancestorAt } from '#modules/places/contract.ts'
import { PostPick } from '#modules/posts/parts/post-pick.tsx'
import { type CallError, newId } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import { callMeeting, listFieldDays, listMeetings } from '../contract-days.ts'
import { tuesdayTexts as t } from './messages.ts'

type Calling = { title: string; day: string; from: string; to: string; where: string; posts: string[] }

/** An invitation. On a field day the server refuses it, and the rule is shown in its own words. */
export function CallForm({ day, onClose }: { day: string; onClose: () => void }) {
  // Who is wanted in a village often sits in a department of the county.
  const { place } = useActing()
  const send = useCall(callMeeting, [listMeetings, listFieldDays])
  return (
    <DrawerForm<Calling>
      title={t.call()}
      lead={t.callLead()}
      open
      onClose={onClose}
      initial={{ day, from: '09:00', to: '10:00' }}
      submit={t.call()}
      done={t.called()}
      onSend={({ posts, ...values }) => send.mutateAsync({ id: newId() as never, ...values, posts: posts as never })}
      explain={(error) => (error.code === 'field_day' ? ruleOf(error) : undefined)}
    >
      <Form.Item name="title" label={t.callTitle()} rules={[needed]}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="day" label={t.day()} rules={[needed]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="from" label={t.callFrom()} rules={[needed]}>
        <Input type="time" />
      </Form.Item>
      <Form.Item name="to" label={t.callTo()} rules={[needed]}>
        <Input type="time" />
      </Form.Item>
      <Form.Item name="where" label={t.callWhere()} rules={[needed]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="posts" label={t.callPosts()} rules={[needed]}>
        <PostPick label={t.callPosts()} many under={ancestorAt(place, 'county')} />
      </Form.Item>
    </DrawerForm>
  )
}

const ruleOf = ({ detail: { rule } }: CallError): string => (typeof rule === 'string' ? rule : '')
