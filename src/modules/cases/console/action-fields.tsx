import { Form, Input, Radio, Select } from 'antd'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { needed } from '#ui/console/drawer-form.tsx'
import { PhotoField } from '#ui/console/photo-field.tsx'
import { consoleTexts as c } from '#ui/console/messages.ts'
import { declineTexts, levelTexts, pauseTexts, returnTexts } from '#ui/messages.ts'
import { useNow } from '#ui/now.ts'
import type { CaseView } from '../contract.ts'
import { DECLINE_REASONS, PAUSE_REASONS, RETURN_REASONS } from '../lifecycle.ts'
import { caseTexts as t } from './case-messages.ts'
import { useNearby } from './case-related.tsx'
import { numberText } from '../parts/number.ts'

type Viewing = { view: CaseView }

/** Words for staff; grey like the notes in the story. */
export const Note = ({ optional = false }: { optional?: boolean }) => (
  <Form.Item name="note" label={t.note()} extra={t.noteHint()} rules={optional ? [] : [needed, { min: 2 }]}>
    <Input.TextArea rows={3} maxLength={2000} />
  </Form.Item>
)

export const Answer = () => (
  <Form.Item name="answer" label={t.answer()} extra={t.answerHint()} rules={[needed, { min: 2 }]}>
    <Input.TextArea rows={4} maxLength={2000} />
  </Form.Item>
)

export const Reason = () => (
  <Form.Item name="reason" label={t.reason()} rules={[needed, { min: 2 }]}>
    <Input.TextArea rows={3} maxLength={400} />
  </Form.Item>
)

export const Files = ({ label }: { label: string }) => (
  <Form.Item name="files" label={label}>
    <PhotoField />
  </Form.Item>
)

export const ReasonOf = ({ kind }: { kind: 'return' | 'decline' }) => (
  <Form.Item name="reason" label={t.reason()} rules={[needed]}>
    <Select
      options={kind === 'return' ? choices(RETURN_REASONS, returnTexts) : choices(DECLINE_REASONS, declineTexts)}
    />
  </Form.Item>
)

export const PauseReason = () => (
  <Form.Item name="reason" label={t.reason()} rules={[needed]}>
    <Select options={choices(PAUSE_REASONS, pauseTexts)} />
  </Form.Item>
)

/** A day from tomorrow on. */
export function Until({ most }: { most: number }) {
  const now = useNow()
  return (
    <Form.Item name="until" label={t.until()} rules={[needed]}>
      <Input type="date" min={dayOf(now + DAY_MS)} max={dayOf(now + most * DAY_MS)} />
    </Form.Item>
  )
}

export const AssignTo = ({ view: { targets } }: Viewing) => (
  <Form.Item name="target" label={t.assignTo()} rules={[needed]}>
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      options={[
        {
          label: t.posts(),
          options: targets.posts.map(({ id, name, title }) => ({ value: `post ${id}`, label: `${name} · ${title}` })),
        },
        { label: t.organs(), options: targets.organs.map(({ id, name }) => ({ value: `organ ${id}`, label: name })) },
      ].filter(({ options }) => options.length > 0)}
    />
  </Form.Item>
)

export const SkipTo = ({ view: { targets } }: Viewing) => (
  <Form.Item name="level" label={t.skipTo()} rules={[needed]}>
    <Radio.Group
      options={targets.skip.map(({ level, name }) => ({ value: level, label: `${levelTexts[level]()} · ${name}` }))}
      style={{ display: 'grid', gap: 8 }}
    />
  </Form.Item>
)

export const Down = ({ view: { targets } }: Viewing) => (
  <Form.Item name="to" label={t.downTo()} rules={[needed]}>
    <Radio.Group
      options={targets.down.map(({ code, name }) => ({ value: code, label: name }))}
      style={{ display: 'grid', gap: 8 }}
    />
  </Form.Item>
)

export function MergeInto({ view }: Viewing) {
  const nearby = useNearby(view)
  const rows = nearby.data?.rows ?? []
  return (
    <Form.Item
      name="into"
      label={t.mergeInto()}
      rules={[needed]}
      extra={nearby.isSuccess && rows.length === 0 ? t.noRelated() : undefined}
    >
      <Radio.Group
        aria-label={c.all()}
        style={{ display: 'grid', gap: 10 }}
        options={rows.map(({ id, number, title, placeName }) => ({
          value: id,
          label: (
            <>
              {title}
              <br />
              <span className="quiet-ink">
                {numberText(number)} · {placeName}
              </span>
            </>
          ),
        }))}
      />
    </Form.Item>
  )
}

const choices = <K extends string>(
  codes: readonly K[],
  texts: Record<K, () => string>,
): { value: string; label: string }[] => codes.map((value) => ({ value, label: texts[value]() }))
