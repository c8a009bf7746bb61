import { emergencyTexts as t } from './messages.ts'

/** A lever's value in words: numbers as they are, hours of the day and terms by their shape. */
export function valueText(value: unknown): string {
  if (typeof value === 'boolean') return value ? t.opened() : t.shut()
  if (typeof value !== 'object' || value === null) return String(value)
  if ('from' in value && 'to' in value)
    return value.from === value.to ? t.never() : t.span({ from: Number(value.from), to: Number(value.to) })
  if ('days' in value)
    return 'unit' in value && value.unit === 'work'
      ? t.workDays({ n: Number(value.days) })
      : t.days({ n: Number(value.days) })
  return JSON.stringify(value)
}
