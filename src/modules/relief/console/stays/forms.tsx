import { Form, Input, Radio } from 'antd'
import { ancestorAt } from '#modules/places/contract.ts'
import { PostPick } from '#modules/posts/parts/post-pick.tsx'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import { reliefRoom } from '../../contract-room.ts'
import { askNeed, bringNeed, endStay, handStay, listStays, type StayView } from '../../contract-stays.ts'
import { HELP } from '../../contract-sweeps.ts'
import { helpWords } from '../../parts/help-messages.ts'
import { needWords } from '../../parts/stay-messages.ts'
import type { NeedView } from '../../parts/stays.ts'
import { stayTexts as t } from './messages.ts'

export const STAYS_CHANGED = [listStays, reliefRoom]
type Given = { of: StayView; onClose: () => void }

type Asking = { kind: NeedView['kind']; text: string }
export function AskForm({ of, onClose }: Given) {
  const send = useCall(askNeed, STAYS_CHANGED)
  return (
    <DrawerForm<Asking>
      title={t.askOf({ name: of.person.name })}
      lead={t.askLead()}
      open
      onClose={onClose}
      initial={{ kind: 'supplies' }}
      submit={t.ask()}
      done={t.askDone()}
      onSend={(values) => send.mutateAsync({ id: newId() as never, stay: of.id, ...values })}
    >
      <Form.Item name="kind" label={needWords.kind()}>
        <Radio.Group
          optionType="button"
          options={HELP.map((kind) => ({ value: kind, label: helpWords[kind]() }))}
          className="relief-kinds"
        />
      </Form.Item>
      <Form.Item name="text" label={needWords.what()} extra={needWords.whatHint()} rules={[needed]}>
        <Input.TextArea rows={3} maxLength={200} />
      </Form.Item>
    </DrawerForm>
  )
}

export function BringForm({ of, need, onClose }: Given & { need: NeedView }) {
  const send = useCall(bringNeed, STAYS_CHANGED)
  return (
    <DrawerForm<{ note?: string }>
      title={t.bringOf({ text: need.text })}
      lead={`${of.person.name} · ${of.address || of.placeName}`}
      open
      onClose={onClose}
      submit={t.bring()}
      done={t.bringDone()}
      onSend={({ note = '' }) => send.mutateAsync({ id: need.id, note })}
    >
      <Form.Item name="note" label={t.bringNote()}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </DrawerForm>
  )
}

export function HandForm({ of, onClose }: Given) {
  const send = useCall(handStay, STAYS_CHANGED)
  return (
    <DrawerForm<{ helper: string }>
      title={t.handOf({ name: of.person.name })}
      lead={t.handLead({ helper: of.helper?.name ?? t.nobody() })}
      open
      onClose={onClose}
      submit={t.hand()}
      done={t.handed()}
      explain={({ code }) => code === 'already' && t.sameHelper()}
      onSend={({ helper }) => send.mutateAsync({ id: of.id, helper: helper as never })}
    >
      <HelperField place={of.place} />
    </DrawerForm>
  )
}

export const HelperField = ({ place }: { place: string }) => (
  <Form.Item name="helper" label={t.helper()} extra={t.helperHint()} rules={[needed]}>
    <PostPick label={t.helper()} under={ancestorAt(place, 'township')} listed={place.length >= TOWNSHIP} />
  </Form.Item>
)
/** Above a township there are too many posts to list. */
const TOWNSHIP = 9

export function EndForm({ of, onClose }: Given) {
  const send = useCall(endStay, STAYS_CHANGED)
  return (
    <DrawerForm<{ reason: string }>
      title={t.endOf({ name: of.person.name })}
      lead={t.endLead()}
      open
      onClose={onClose}
      submit={t.end()}
      done={t.endedDone()}
      onSend={({ reason }) => send.mutateAsync({ id: of.id, reason })}
    >
      <Form.Item name="reason" label={t.endWhy()} rules={[needed]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </DrawerForm>
  )
}
