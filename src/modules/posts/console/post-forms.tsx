import { Form, Input, Select } from 'antd'
import { dayOf } from '#kernel/clock.ts'
import { OrganSelect } from '#modules/people/parts/organ-select.tsx'
import { PersonSelect } from '#modules/people/parts/person-select.tsx'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { newId } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useNow } from '#ui/now.ts'
import { useCall } from '#ui/query.tsx'
import { appoint, endPost, handOver, listPosts, type Post, ROLES, teamOf } from '../contract.ts'
import { postTexts as t, roleText } from './messages.ts'

export type Task = { kind: 'appoint' } | { kind: 'end' | 'handOver'; post: Post }
type Closing = { onClose: () => void }
const REFRESH = [listPosts, teamOf]

export function PostForms({ task, onClose }: { task: Task | undefined } & Closing) {
  if (task?.kind === 'appoint') return <Appoint onClose={onClose} />
  if (task?.kind === 'end') return <End post={task.post} onClose={onClose} />
  if (task?.kind === 'handOver') return <HandOver post={task.post} onClose={onClose} />
  return null
}

type Appointing = {
  person: string
  role: Post['role']
  title: string
  place: string
  organ?: string | null
  from: string
  to?: string
}

function Appoint({ onClose }: Closing) {
  const { place: top } = useActing()
  const now = useNow()
  const send = useCall(appoint, REFRESH)
  return (
    <DrawerForm<Appointing>
      title={t.appoint()}
      lead={t.appointLead()}
      open
      onClose={onClose}
      initial={{ from: dayOf(now) }}
      submit={t.appoint()}
      done={t.appointed()}
      onSend={({ to, organ, ...values }) =>
        send.mutateAsync({ ...values, id: newId(), organ: organ ?? null, to: to || null } as Parameters<
          typeof send.mutateAsync
        >[0])
      }
    >
      <Form.Item name="person" label={t.who()} rules={[needed]}>
        <PersonSelect label={t.whoHint()} />
      </Form.Item>
      <Form.Item name="role" label={t.role()} rules={[needed]}>
        <Select options={ROLES.map((value) => ({ value, label: roleText(value) }))} />
      </Form.Item>
      <Form.Item name="title" label={t.postTitle()} extra={t.titleHint()} rules={[needed]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="place" label={t.at()} rules={[needed]}>
        <PlaceSelect label={t.at()} under={top} />
      </Form.Item>
      <Form.Item name="organ" label={t.organ()}>
        <OrganSelect label={t.organ()} place={top} />
      </Form.Item>
      <Form.Item name="from" label={t.from()} rules={[needed]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="to" label={t.until()}>
        <Input type="date" />
      </Form.Item>
    </DrawerForm>
  )
}

function End({ post, onClose }: { post: Post } & Closing) {
  const now = useNow()
  const send = useCall(endPost, REFRESH)
  return (
    <DrawerForm<{ day: string; reason: string }>
      title={t.endTitle({ name: post.person.name, title: post.title })}
      lead={t.endLead()}
      open
      onClose={onClose}
      initial={{ day: dayOf(now) }}
      submit={t.end()}
      danger
      done={t.ended2()}
      onSend={(values) => send.mutateAsync({ ...values, id: post.id })}
    >
      <Form.Item name="day" label={t.day()} rules={[needed]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="reason" label={t.reason()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={3} maxLength={400} />
      </Form.Item>
    </DrawerForm>
  )
}

function HandOver({ post, onClose }: { post: Post } & Closing) {
  const now = useNow()
  const send = useCall(handOver, REFRESH)
  return (
    <DrawerForm<{ to: string; day: string; note?: string }>
      title={t.handOverTitle({ name: post.person.name, title: post.title })}
      lead={t.handOverLead()}
      open
      onClose={onClose}
      initial={{ day: dayOf(now), note: '' }}
      submit={t.handOver()}
      done={t.handedOver()}
      onSend={(values) =>
        send.mutateAsync({ ...values, id: post.id, newId: newId() } as Parameters<typeof send.mutateAsync>[0])
      }
    >
      <Form.Item name="to" label={t.successor()} rules={[needed]}>
        <PersonSelect label={t.whoHint()} />
      </Form.Item>
      <Form.Item name="day" label={t.day()} rules={[needed]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="note" label={t.note()}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </DrawerForm>
  )
}
