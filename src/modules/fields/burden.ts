import { DAY_MS, dayOf, startOfDay } from '#kernel/clock.ts'
import type { OrganIndex } from '#modules/people/api.ts'
import type { FormId } from './contract.ts'
import type { Burden } from './contract-tables.ts'
import type { EffortOf, FormHeld } from './store-forms.ts'

type Span = { from: string; to: string }
/** First and last day of a month, not beyond today. */
export function monthOf(month: string, today: string): Span {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
  const last = dayOf(startOfDay(next) - DAY_MS)
  return { from: `${month}-01`, to: last < today ? last : today }
}

/** How often a form came round in a span: a daily table each day, one without a rhythm once, in the month it was opened. */
export function roundsIn(
  { publishedAt, until, withinDays }: Pick<FormHeld, 'publishedAt' | 'until' | 'withinDays'>,
  { from, to }: Span,
): number {
  if (publishedAt === null) return 0
  const opened = dayOf(Date.parse(publishedAt))
  const start = opened > from ? opened : from
  const end = until !== null && until < to ? until : to
  if (end < start) return 0
  if (withinDays === null) return opened >= from && opened <= to ? 1 : 0
  const days = (day: string): number => (startOfDay(day) - startOfDay(opened)) / DAY_MS
  return Math.floor(days(end) / withinDays) - Math.ceil(days(start) / withinDays) + 1
}

export function rowOf(form: FormHeld & EffortOf, span: Span, month: string, organs: OrganIndex): Burden {
  const rounds = roundsIn(form, span)
  const opened = form.publishedAt !== null && dayOf(Date.parse(form.publishedAt)).startsWith(month)
  return {
    form: form.id as FormId,
    name: { zh: form.zh, en: form.en },
    organ: form.organ,
    organName: organs.get(form.organ)?.name ?? null,
    month,
    asked: (form.weight?.asked ?? 0) * rounds,
    known: opened ? (form.weight?.fresh ?? 0) : 0,
    typed: form.typed,
    confirmed: form.confirmed,
  }
}

type OfOrgan = Pick<Burden, 'organ' | 'organName' | 'asked' | 'known' | 'typed' | 'confirmed'> & { forms: number }
export function byOrgan(rows: readonly Burden[]): OfOrgan[] {
  const all = [...Map.groupBy(rows, ({ organ }) => organ).values()].map((of): OfOrgan => {
    const sum = (pick: 'asked' | 'known' | 'typed' | 'confirmed'): number =>
      of.reduce((total, row) => total + row[pick], 0)
    return {
      organ: of[0]?.organ ?? '',
      organName: of[0]?.organName ?? null,
      forms: of.length,
      asked: sum('asked'),
      known: sum('known'),
      typed: sum('typed'),
      confirmed: sum('confirmed'),
    }
  })
  return all.toSorted((a, b) => b.typed + b.confirmed - a.typed - a.confirmed)
}
