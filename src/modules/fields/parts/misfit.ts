import { isDay } from '#kernel/clock.ts'
import type { Definition, Value } from '../contract.ts'

/** What is wrong with a value, as a problem's word; undefined when it fits its definition. */
export function misfit({ type, choices }: Pick<Definition, 'type' | 'choices'>, value: Value): string | undefined {
  const known = (key: unknown): boolean => choices.some((choice) => choice.key === key)
  const fits: Record<Definition['type'], () => boolean> = {
    text: () => typeof value === 'string' && value.trim() !== '',
    number: () => typeof value === 'number',
    count: () => Number.isInteger(value) && (value as number) >= 0,
    money: () => typeof value === 'number' && value >= 0,
    day: () => typeof value === 'string' && isDay(value),
    choice: () => known(value),
    choices: () => Array.isArray(value) && value.every(known) && new Set(value).size === value.length,
    yesno: () => typeof value === 'boolean',
  }
  return fits[type]() ? undefined : `not_a_${type}`
}
