import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import type { listLevers } from '../contract-playbooks.ts'
import { emergencyTexts } from './messages.ts'
import { playbookTexts as t } from './playbook-messages.ts'

type Json = OutputOf<typeof listLevers>['rows'][number]['usual']
/** As far as the shapes of settings need it. */
type Shape = {
  type?: string
  enum?: string[]
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  properties?: Record<string, Shape>
}
type Control = { shape: Shape; label: string; value?: Json; onChange?: (value: Json) => void }

/** A field by the setting's own shape: nothing else can be typed than what it takes. */
export function LeverValue({ shape, label, value, onChange }: Control) {
  const set = (next: Json) => onChange?.(next)
  if (shape.enum)
    return (
      <Select
        aria-label={label}
        value={value as string}
        options={shape.enum.map((one) => ({ value: one, label: wordOf(one) }))}
        onChange={set}
      />
    )
  if (shape.type === 'boolean')
    return (
      <Select
        aria-label={label}
        value={value === true}
        options={[
          { value: true, label: emergencyTexts.opened() },
          { value: false, label: emergencyTexts.shut() },
        ]}
        onChange={set}
      />
    )
  if (shape.type === 'integer' || shape.type === 'number') return <Amount {...{ shape, label, value, onChange }} />
  if (shape.type === 'object' && shape.properties) return <Several {...{ shape, label, value, onChange }} />
  return <Written {...{ shape, label, value, onChange }} />
}

function Amount({ shape, label, value, onChange }: Control) {
  const { minimum, maximum, type } = shape
  return (
    <InputNumber
      aria-label={label}
      style={{ width: '100%' }}
      value={typeof value === 'number' ? value : null}
      {...(type === 'integer' ? { precision: 0 } : { step: (maximum ?? 2) <= 1 ? 0.05 : 1 })}
      {...(minimum === undefined ? {} : { min: minimum })}
      {...(maximum === undefined || maximum > MOST ? {} : { max: maximum })}
      onChange={(next) => next !== null && onChange?.(next)}
    />
  )
}
/** A JSON schema says the largest integer there is where no bound was meant. */
const MOST = 1_000_000_000

function Several({ shape, label, value, onChange }: Control) {
  const held = (typeof value === 'object' && value !== null ? value : {}) as Record<string, Json>
  return (
    <span className="lever-several">
      {Object.entries(shape.properties ?? {}).map(([key, one]) => (
        <label key={key}>
          <span className="quiet-ink">{wordOf(key)}</span>
          <LeverValue
            shape={one}
            label={`${label} ${wordOf(key)}`}
            value={held[key] ?? null}
            onChange={(next) => onChange?.({ ...held, [key]: next })}
          />
        </label>
      ))}
    </span>
  )
}

/** What has no field of its own is written as it is stored; only what can be read goes into the form. */
function Written({ label, value, onChange }: Control) {
  const [text, setText] = useState(() => JSON.stringify(value ?? null))
  return (
    <Input.TextArea
      aria-label={label}
      autoSize={{ minRows: 1, maxRows: 6 }}
      value={text}
      status={parsed(text) === undefined ? 'error' : ''}
      onChange={({ target }) => {
        setText(target.value)
        const read = parsed(target.value)
        if (read !== undefined) onChange?.(read)
      }}
    />
  )
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

const WORDS: Record<string, () => string> = {
  from: t.word_from,
  to: t.word_to,
  days: t.word_days,
  unit: t.word_unit,
  work: t.word_work,
  natural: t.word_natural,
  app: t.word_app,
  text: t.word_text,
  above: t.word_above,
  call: t.word_call,
}
const wordOf = (key: string): string => WORDS[key]?.() ?? key
