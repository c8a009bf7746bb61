import { Form, Input, InputNumber, Select } from 'antd'
import { dayOf } from '#kernel/clock.ts'
import { named } from '#kernel/messages.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useNow } from '#ui/now.ts'
import { useCall } from '#ui/query.tsx'
import {
  type LevelPlan,
  listPlaybooks,
  MOST_DAYS,
  type Playbook,
  preview,
  type Response,
  setPlaybook,
} from '../contract-playbooks.ts'
import { levelText, powerText, roleText } from '../parts/word-messages.ts'
import { playbookTexts as t } from './playbook-messages.ts'

type Values = Pick<LevelPlan, 'authority' | 'hours' | 'reviewHours' | 'opens'> & {
  everyHours: number
  pauses: string
  goesOn: string
  stop: string
  law: string
  fromDay: string
  reason: string
}
type ReviseProps = { book: Playbook; level: Response; all: readonly Playbook[]; onClose: () => void }
type Line = LevelPlan['stop'][number]

const DECIDE = ['county_command', 'city_command'] as const
const MOST = MOST_DAYS * 24
const textOf = (lines: readonly Line[]): string => lines.map(({ zh, en }) => (en ? `${zh} | ${en}` : zh)).join('\n')
const linesOf = (text = ''): Line[] =>
  text.split('\n').flatMap((line) => {
    const [zh = '', en = ''] = line.split('|').map((half) => half.trim())
    return zh ? [{ zh, ...(en ? { en } : {}) }] : []
  })

/** One level at a time; the other three go over into the new version as they are, and so do posts, bonds and held rules. */
export function ReviseForm({ book, level, all, onClose }: ReviseProps) {
  const now = useNow()
  const send = useCall(setPlaybook, [listPlaybooks, preview])
  const plan = book.levels[level]
  const today = dayOf(now)
  const save = ({ everyHours, pauses, goesOn, stop, law, fromDay, reason, ...kept }: Values) => {
    const { version: _, shipped: __, ...whole } = book
    const changed: LevelPlan = {
      ...plan,
      ...kept,
      reports: { ...plan.reports, everyHours },
      pauses: linesOf(pauses),
      goesOn: linesOf(goesOn),
      stop: linesOf(stop),
    }
    return send.mutateAsync({ ...whole, law, fromDay, reason, levels: { ...book.levels, [level]: changed } })
  }
  return (
    <DrawerForm<Values>
      title={t.editTitle({ name: named(book.name), level: levelText(level) })}
      lead={t.editLead()}
      open
      width={560}
      onClose={onClose}
      initial={{
        authority: plan.authority,
        hours: plan.hours,
        reviewHours: plan.reviewHours,
        opens: plan.opens,
        everyHours: plan.reports.everyHours,
        pauses: textOf(plan.pauses),
        goesOn: textOf(plan.goesOn),
        stop: textOf(plan.stop),
        law: book.law,
        fromDay: book.fromDay > today ? book.fromDay : today,
      }}
      submit={t.save()}
      done={t.saved()}
      onSend={save}
    >
      <Many name="authority" label={t.authority()} options={DECIDE} textOf={roleText} must />
      <Many name="opens" label={t.opens()} options={toolsOf(all)} textOf={powerText} />
      <div className="pair">
        <Hours name="hours" label={t.lasts()} most={MOST} />
        <Hours name="reviewHours" label={t.review()} most={MOST} />
        <Hours name="everyHours" label={t.everyHours()} most={168} />
        <Form.Item name="fromDay" label={t.fromDay()} rules={[needed]}>
          <Input type="date" min={today} />
        </Form.Item>
      </div>
      <Lines name="goesOn" label={t.goesOn()} />
      <Lines name="pauses" label={t.pauses()} />
      <Lines name="stop" label={t.stop()} must />
      <Form.Item name="law" label={t.law()}>
        <Input maxLength={400} />
      </Form.Item>
      <Form.Item name="reason" label={t.reason()} rules={[needed]}>
        <Input maxLength={400} />
      </Form.Item>
    </DrawerForm>
  )
}

/** Tools that any playbook of the city opens. */
const toolsOf = (all: readonly Playbook[]): string[] =>
  [...new Set(all.flatMap(({ levels }) => Object.values(levels).flatMap(({ opens }) => opens)))].toSorted()

type ManyProps = {
  name: string
  label: string
  options: readonly string[]
  textOf: (one: string) => string
  must?: boolean
}
const Many = ({ name, label, options, textOf: say, must = false }: ManyProps) => (
  <Form.Item name={name} label={label} rules={must ? [needed] : []}>
    <Select mode="multiple" options={options.map((value) => ({ value, label: say(value) }))} />
  </Form.Item>
)
const Hours = ({ name, label, most }: { name: string; label: string; most: number }) => (
  <Form.Item name={name} label={label} rules={[needed]}>
    <InputNumber min={1} max={most} precision={0} style={{ width: '100%' }} />
  </Form.Item>
)
const Lines = ({ name, label, must = false }: { name: string; label: string; must?: boolean }) => (
  <Form.Item name={name} label={label} extra={t.lines()} rules={must ? [needed] : []}>
    <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
  </Form.Item>
)
