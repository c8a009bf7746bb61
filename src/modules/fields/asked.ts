import type { Day } from '#kernel/clock.ts'
import type { Form, Layout, SubjectKind } from './contract.ts'
import { isCore, isSayable } from './core.ts'
import type { Registry } from './registry.ts'
import { kindOf, stricter } from './rules.ts'

/** A row of a table about one of these also knows the others: a household its dwelling and its head. */
export const RELATED: Record<SubjectKind, readonly SubjectKind[]> = {
  household: ['household', 'dwelling', 'person'],
  person: ['person', 'household', 'dwelling'],
  dwelling: ['dwelling'],
  organ: ['organ'],
  place: ['place'],
}

export const fieldsOf = (layout: Layout): string[] => [
  ...new Set(layout.columns.map(({ from }) => from).filter((from) => from.includes('.'))),
]

/** A field that a form wants, of which subjects, and how fresh. */
export type Want = { key: string; kind: SubjectKind; fresh: number | null }
type Asking = Pick<Form, 'subject' | 'area' | 'fields' | 'withinDays'>

export const wantsOf = (form: Asking, registry: Registry, day: Day): Want[] =>
  form.fields.map((key) => ({
    key,
    kind: kindOf(key),
    // What people and homes keep is fresh by their own acts.
    fresh: isCore(key) ? null : stricter(registry.at(key, day)?.freshDays ?? null, form.withinDays),
  }))

/** What open forms want somewhere, once for each field: `heads`, only of heads of households. */
export type Need = Want & { heads: boolean; area: string; forms: string[] }

export function needsOf(
  forms: readonly (Asking & { id: string })[],
  registry: Registry,
  day: Day,
  readable: (key: string) => boolean,
): Need[] {
  const needs = new Map<string, Need>()
  for (const form of forms)
    for (const want of wantsOf(form, registry, day)) {
      if ((isCore(want.key) && !isSayable(want.key)) || !readable(want.key)) continue
      const heads = form.subject === 'household' && want.kind === 'person'
      // Cells asked for one form with another freshness are one cell: whoever answers it answers both.
      const name = `${want.key} ${want.fresh} ${heads} ${form.area}`
      const same = needs.get(name)
      if (same) same.forms.push(form.id)
      else needs.set(name, { ...want, heads, area: form.area, forms: [form.id] })
    }
  return [...needs.values()]
}

/** A field is asked elsewhere when another open form wants it of the same subjects, at least as fresh. */
export function askedElsewhere(
  form: Asking & { id: string },
  want: Want,
  open: readonly (Asking & { id: string })[],
  registry: Registry,
  day: Day,
): boolean {
  return open.some(
    (other) =>
      other.id !== form.id &&
      form.area.startsWith(other.area) &&
      (other.subject === form.subject || (other.subject === 'person' && form.subject === 'household')) &&
      wantsOf(other, registry, day).some(
        ({ key, fresh }) => key === want.key && (want.fresh === null || (fresh !== null && fresh <= want.fresh)),
      ),
  )
}
