import { Form, Input, Select } from 'antd'
import { dayOf } from '#kernel/clock.ts'
import { newId } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useNow } from '#ui/now.ts'
import { useCall } from '#ui/query.tsx'
import {
  answerProblem,
  cancelOuting,
  exceptDay,
  type FieldDay,
  judgeProblem,
  listFieldDays,
  listOutings,
  listProblems,
  type Outing,
  type Problem,
  setFieldDay,
} from '../contract-days.ts'
import { CallForm } from './call-form.tsx'
import { tuesdayTexts as t } from './messages.ts'
import { OutingForm, ProblemForm } from './outing-forms.tsx'

export type Task =
  | { kind: 'rule' }
  | { kind: 'lift'; rule: FieldDay; day: string }
  | { kind: 'call'; day: string }
  | { kind: 'outing'; day: string; was?: Outing }
  | { kind: 'cancelOuting'; was: Outing }
  | { kind: 'problem' }
  | { kind: 'answer' | 'giveBack'; problem: Problem }

export function TuesdayForms({ task, onClose }: { task: Task | undefined; onClose: () => void }) {
  switch (task?.kind) {
    case 'rule':
      return <RuleForm onClose={onClose} />
    case 'lift':
      return <LiftForm rule={task.rule} day={task.day} onClose={onClose} />
    case 'call':
      return <CallForm day={task.day} onClose={onClose} />
    case 'outing':
      return <OutingForm day={task.day} was={task.was} onClose={onClose} />
    case 'cancelOuting':
      return <CancelForm was={task.was} onClose={onClose} />
    case 'problem':
      return <ProblemForm onClose={onClose} />
    case 'answer':
    case 'giveBack':
      return <AnswerForm problem={task.problem} back={task.kind === 'giveBack'} onClose={onClose} />
    default:
      return null
  }
}

type Closing = { onClose: () => void }
const WEEKDAYS = [t.mon, t.tue, t.wed, t.thu, t.fri, t.sat, t.sun]

function RuleForm({ onClose }: Closing) {
  const { place } = useActing()
  const now = useNow()
  const send = useCall(setFieldDay, [listFieldDays])
  return (
    <DrawerForm<{ weekday: number; from: string; rule: string }>
      title={t.setRule()}
      lead={t.setRuleLead()}
      open
      onClose={onClose}
      initial={{ weekday: 2, from: dayOf(now), rule: t.ruleUsual() }}
      submit={t.setRule()}
      done={t.ruleSet()}
      onSend={(values) => send.mutateAsync({ id: newId() as never, place, ...values })}
    >
      <Form.Item name="weekday" label={t.weekday()} rules={[needed]}>
        <Select options={WEEKDAYS.map((name, at) => ({ value: at + 1, label: name() }))} />
      </Form.Item>
      <Form.Item name="from" label={t.from()} rules={[needed]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="rule" label={t.ruleText()} rules={[needed]}>
        <Input.TextArea rows={4} maxLength={400} />
      </Form.Item>
    </DrawerForm>
  )
}

function LiftForm({ rule, day, onClose }: { rule: FieldDay; day: string } & Closing) {
  const { place } = useActing()
  const send = useCall(exceptDay, [listFieldDays])
  // Where the rule was set lower than the acting post stands, it is lifted where it holds.
  const where = place.length > rule.place.length ? place : rule.place
  return (
    <DrawerForm<{ reason: string }>
      title={`${t.lift()} ${day}`}
      lead={t.liftLead()}
      open
      danger
      onClose={onClose}
      submit={t.lift()}
      onSend={({ reason }) => send.mutateAsync({ fieldDay: rule.id, place: where, day, reason })}
    >
      <Form.Item name="reason" label={t.liftWhy()} rules={[needed]}>
        <Input.TextArea rows={3} maxLength={400} />
      </Form.Item>
    </DrawerForm>
  )
}

function CancelForm({ was, onClose }: { was: Outing } & Closing) {
  const send = useCall(cancelOuting, [listOutings, listFieldDays])
  return (
    <DrawerForm<{ reason: string }>
      title={`${t.cancel()} · ${was.villageName} ${was.day}`}
      open
      danger
      onClose={onClose}
      submit={t.cancel()}
      done={t.cancelled()}
      onSend={({ reason }) => send.mutateAsync({ id: was.id, reason })}
    >
      <Form.Item name="reason" label={t.cancelWhy()} rules={[needed]}>
        <Input.TextArea rows={3} maxLength={400} />
      </Form.Item>
    </DrawerForm>
  )
}

function AnswerForm({ problem, back, onClose }: { problem: Problem; back: boolean } & Closing) {
  const answer = useCall(answerProblem, [listProblems])
  const judge = useCall(judgeProblem, [listProblems])
  return (
    <DrawerForm<{ text: string }>
      title={back ? t.giveBack() : t.doAnswer()}
      lead={problem.text}
      open
      onClose={onClose}
      submit={back ? t.giveBack() : t.doAnswer()}
      done={t.judged()}
      onSend={({ text }) =>
        back
          ? judge.mutateAsync({ id: problem.id, solved: false, reason: text })
          : answer.mutateAsync({ id: problem.id, answer: text })
      }
    >
      <Form.Item name="text" label={back ? t.giveBackWhy() : t.doAnswerWhat()} rules={[needed]}>
        <Input.TextArea rows={4} maxLength={400} />
      </Form.Item>
    </DrawerForm>
  )
}
