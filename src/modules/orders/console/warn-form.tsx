import { Form, Input, Select } from 'antd'
import { HOUR_MS, instant } from '#kernel/clock.ts'
import { newId } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useNow } from '#ui/now.ts'
import { useCall } from '#ui/query.tsx'
import { GRADES, HAZARDS, listWarnings, warn, type Warning } from '../contract-warnings.ts'
import { orderWords, warningWords } from '../parts/messages.ts'
import { instantOf, localOf } from '#ui/console/local-time.ts'
import { PlacesPick } from './places-pick.tsx'
import { warnTexts as t } from './warning-messages.ts'

export type WarnStart = Partial<
  Pick<
    Warning,
    'hazard' | 'grade' | 'area' | 'matter' | 'measures' | 'startsAt' | 'endsAt' | 'follows' | 'source' | 'mark'
  >
>
type Values = {
  hazard: Warning['hazard']
  grade: Warning['grade']
  from: string
  until: string
  area: string[]
  matter: string
  measures: string
  mark?: string | null
}
const USUAL_HOURS = 24

/** Six of the eight items are written here; who issued it and when is added by the server. */
export function WarnForm({ from = {}, onClose }: { from?: WarnStart; onClose: () => void }) {
  const { place } = useActing()
  const now = useNow()
  const send = useCall(warn, [listWarnings])
  return (
    <DrawerForm<Values>
      title={from.follows ? t.updateTitle() : t.warn()}
      lead={t.warnLead()}
      open
      onClose={onClose}
      width={600}
      initial={{
        hazard: from.hazard ?? 'rainstorm',
        ...(from.grade ? { grade: from.grade } : {}),
        from: localOf(from.startsAt ?? instant(now)),
        until: localOf(from.endsAt ?? instant(now + USUAL_HOURS * HOUR_MS)),
        area: from.area ?? [place],
        matter: from.matter ?? '',
        measures: from.measures ?? '',
        mark: from.mark ?? null,
      }}
      submit={t.warn()}
      done={t.warned()}
      onSend={({ from: starts, until, area, mark, ...facts }) =>
        send.mutateAsync({
          id: newId() as never,
          ...facts,
          area: area as never,
          startsAt: instantOf(starts),
          endsAt: instantOf(until),
          follows: from.follows ?? null,
          source: from.source ?? null,
          mark: mark?.trim() || null,
        })
      }
    >
      <Items />
    </DrawerForm>
  )
}

/** As the law names them, and whether it is a drill. */
const Items = () => (
  <>
    <div className="new-row">
      <Form.Item name="hazard" label={warningWords.hazard()} rules={[needed]}>
        <Select options={HAZARDS.map((value) => ({ value, label: warningWords[value]() }))} />
      </Form.Item>
      <Form.Item name="grade" label={warningWords.grade()} rules={[needed]}>
        <Select
          placeholder={t.choose()}
          options={GRADES.map((value) => ({ value, label: warningWords[`grade_${value}`]() }))}
        />
      </Form.Item>
      <Form.Item name="from" label={t.from()} rules={[needed]}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="until" label={t.until()} rules={[needed]}>
        <Input type="datetime-local" />
      </Form.Item>
    </div>
    <Form.Item name="area" label={warningWords.area()} rules={[needed]}>
      <PlacesPick label={warningWords.area()} />
    </Form.Item>
    <Form.Item name="matter" label={warningWords.matter()} rules={[needed, { min: 2 }]}>
      <Input.TextArea rows={4} maxLength={1000} />
    </Form.Item>
    <Form.Item name="measures" label={warningWords.measures()} rules={[needed, { min: 2 }]}>
      <Input.TextArea rows={5} maxLength={2000} />
    </Form.Item>
    <Form.Item name="mark" label={orderWords.drillName()} extra={orderWords.drillHint()}>
      <Input maxLength={40} />
    </Form.Item>
  </>
)
