import { Form, Input, InputNumber, Select } from 'antd'
import { dayOf } from '#kernel/clock.ts'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useNow } from '#ui/now.ts'
import { useCall } from '#ui/query.tsx'
import {
  changeLevel,
  confirm,
  current,
  drop,
  end,
  extend,
  fileWith,
  getActivation,
  listActivations,
  listLog,
  noteDown,
  review,
} from '../contract.ts'
import { destroyNow } from '../contract-ending.ts'
import { MOST_DAYS, type Response, RESPONSES } from '../contract-playbooks.ts'
import { levelText } from '../parts/word-messages.ts'
import { emergencyTexts as t } from './messages.ts'
import type { Whole } from './one.tsx'

export type Act =
  | { kind: 'extend' | 'changeLevel' | 'end' | 'file' | 'review' | 'note' | 'destroy' }
  | { kind: 'confirm' | 'drop'; decision: string }
type ActProps = { one: Whole; onClose: () => void }
const CHANGED = [getActivation, listActivations, listLog, current]
const MOST = MOST_DAYS * 24

/** What may be done with an emergency, each in a drawer over it. */
export function ActForms({ act, ...rest }: ActProps & { act: Act | undefined }) {
  switch (act?.kind) {
    case 'confirm':
      return <Confirm decision={act.decision} {...rest} />
    case 'drop':
      return <Drop decision={act.decision} {...rest} />
    case 'extend':
      return <Extend {...rest} />
    case 'changeLevel':
      return <ChangeLevel {...rest} />
    case 'end':
      return <End {...rest} />
    case 'file':
      return <Filing {...rest} />
    case 'review':
      return <Review {...rest} />
    case 'note':
      return <Note {...rest} />
    case 'destroy':
      return <Destroy {...rest} />
    default:
      return null
  }
}

const Said = () => (
  <>
    <Form.Item name="reason" label={t.reason()} rules={[needed]}>
      <Input.TextArea rows={3} maxLength={1000} />
    </Form.Item>
    <Form.Item name="legalBasis" label={t.basis()} rules={[needed]}>
      <Input maxLength={400} />
    </Form.Item>
  </>
)
const Hours = ({ name, label }: { name: string; label: string }) => (
  <Form.Item name={name} label={label} rules={[needed]}>
    <InputNumber min={1} max={MOST} style={{ width: '100%' }} />
  </Form.Item>
)

function Confirm({ decision, onClose }: ActProps & { decision: string }) {
  const send = useCall(confirm, CHANGED)
  return (
    <DrawerForm
      title={t.confirm()}
      lead={t.confirmLead()}
      open
      danger
      onClose={onClose}
      submit={t.confirm()}
      done={t.inForceNow()}
      onSend={() => send.mutateAsync({ decision: decision as never })}
    >
      {null}
    </DrawerForm>
  )
}

function Drop({ decision, onClose }: ActProps & { decision: string }) {
  const send = useCall(drop, CHANGED)
  return (
    <DrawerForm<{ reason: string }>
      title={t.drop()}
      open
      onClose={onClose}
      submit={t.drop()}
      done={t.saved()}
      onSend={({ reason }) => send.mutateAsync({ decision: decision as never, reason })}
    >
      <Form.Item name="reason" label={t.dropWhy()} rules={[needed]}>
        <Input.TextArea rows={3} maxLength={400} />
      </Form.Item>
    </DrawerForm>
  )
}

function Extend({ one, onClose }: ActProps) {
  const send = useCall(extend, CHANGED)
  return (
    <DrawerForm<{ hours: number; reviewHours: number; reason: string; legalBasis: string }>
      title={t.extend()}
      lead={t.extendLead()}
      open
      onClose={onClose}
      initial={{ hours: 48, reviewHours: 24, legalBasis: one.legalBasis }}
      submit={t.propose()}
      done={t.proposedDone()}
      onSend={(values) => send.mutateAsync({ id: one.id, decision: newId() as never, ...values })}
    >
      <Hours name="hours" label={t.hours()} />
      <Hours name="reviewHours" label={t.reviewHours()} />
      <Said />
    </DrawerForm>
  )
}

function ChangeLevel({ one, onClose }: ActProps) {
  const send = useCall(changeLevel, CHANGED)
  const others = RESPONSES.filter((level) => level !== one.level)
  return (
    <DrawerForm<{ level: Response; reason: string; legalBasis: string }>
      title={t.changeLevel()}
      open
      onClose={onClose}
      initial={{ legalBasis: one.legalBasis }}
      submit={t.propose()}
      done={t.proposedDone()}
      onSend={(values) => send.mutateAsync({ id: one.id, decision: newId() as never, ...values })}
    >
      <Form.Item name="level" label={t.level()} rules={[needed]}>
        <Select options={others.map((level) => ({ value: level, label: levelText(level) }))} />
      </Form.Item>
      <Said />
    </DrawerForm>
  )
}

function End({ one, onClose }: ActProps) {
  const send = useCall(end, CHANGED)
  return (
    <DrawerForm<{ reason: string; legalBasis: string }>
      title={t.end()}
      lead={t.endLead()}
      open
      danger
      onClose={onClose}
      initial={{ legalBasis: one.legalBasis }}
      submit={t.end()}
      done={t.saved()}
      onSend={(values) => send.mutateAsync({ id: one.id, decision: newId() as never, ...values })}
    >
      <Said />
    </DrawerForm>
  )
}

function Filing({ one, onClose }: ActProps) {
  const now = useNow()
  const send = useCall(fileWith, CHANGED)
  return (
    <DrawerForm<{ number: string; day: string }>
      title={t.file()}
      open
      onClose={onClose}
      initial={{ day: dayOf(now) }}
      submit={t.file()}
      done={t.saved()}
      onSend={(values) => send.mutateAsync({ id: one.id, ...values })}
    >
      <Form.Item name="number" label={t.fileNumber()} rules={[needed]}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="day" label={t.fileDay()} rules={[needed]}>
        <Input type="date" />
      </Form.Item>
    </DrawerForm>
  )
}

function Review({ one, onClose }: ActProps) {
  const send = useCall(review, CHANGED)
  return (
    <DrawerForm<{ finding: string; nextHours: number }>
      title={t.doReview()}
      open
      onClose={onClose}
      initial={{ nextHours: 24 }}
      submit={t.doReview()}
      done={t.saved()}
      onSend={(values) => send.mutateAsync({ id: one.id, ...values })}
    >
      <Form.Item name="finding" label={t.finding()} rules={[needed]}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
      <Hours name="nextHours" label={t.nextHours()} />
    </DrawerForm>
  )
}

function Note({ one, onClose }: ActProps) {
  const send = useCall(noteDown, [listLog])
  return (
    <DrawerForm<{ text: string }>
      title={t.note()}
      open
      onClose={onClose}
      submit={t.note()}
      done={t.saved()}
      onSend={({ text }) => send.mutateAsync({ id: one.id, entry: newId() as never, text })}
    >
      <Form.Item name="text" label={t.noteText()} rules={[needed]}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
    </DrawerForm>
  )
}

function Destroy({ one, onClose }: ActProps) {
  const send = useCall(destroyNow, CHANGED)
  return (
    <DrawerForm<{ reason: string }>
      title={t.destroy()}
      lead={t.destroyLead()}
      open
      danger
      onClose={onClose}
      submit={t.destroy()}
      done={t.saved()}
      onSend={({ reason }) => send.mutateAsync({ id: one.id, reason })}
    >
      <Form.Item name="reason" label={t.reason()} rules={[needed]}>
        <Input.TextArea rows={3} maxLength={400} />
      </Form.Item>
    </DrawerForm>
  )
}
