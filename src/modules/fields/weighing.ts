import { type Day, dayOf } from '#kernel/clock.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { smallestGroup } from '#modules/consents/api.ts'
import { fewLiving } from '#modules/homes/api.ts'
import { placeTree } from '#modules/places/api.ts'
import { askedElsewhere, type Want, wantsOf } from './asked.ts'
import type { Form, Weight } from './contract.ts'
import { isCore, isSayable } from './core.ts'
import { definitions } from './registry.ts'
import { type Coverage, countHeld } from './store-coverage.ts'
import { listOpen } from './store-forms.ts'
import type { Rows } from './store-rows.ts'

type Asking = { tx: Tx; now: number; platform: Platform }
export type Weighed = Pick<Form, 'id' | 'subject' | 'area' | 'fields' | 'withinDays'>

/** Rows of a table. Below a village a table about places has its grids, above it has villages. */
export async function rowsOf(p: Platform, { subject, area }: Pick<Form, 'subject' | 'area'>, day: Day): Promise<Rows> {
  if (subject !== 'place') return { kind: subject, area, day, places: [] }
  const level = area.length >= 12 ? 'grid' : 'village'
  const all = (await placeTree(p)).all()
  const places = all.filter((place) => place.level === level && place.code.startsWith(area))
  return { kind: subject, area, day, places: places.map(({ id, code }) => ({ subject: id, place: code })) }
}

/** What a form asks, what of it is there, and what it would cost the people who fill it. */
export async function weigh({ tx, now, platform }: Asking, form: Weighed): Promise<Weight> {
  const day = dayOf(now)
  const registry = await definitions(platform)
  const wants = wantsOf(form, registry, day)
  const rows = await rowsOf(platform, form, day)
  const coverage = await countHeld(tx, rows, wants)
  const open = await listOpen(tx, form.area, day)
  const fields = wants.map((want) => ({
    ...fieldOf(want, coverage),
    elsewhere: askedElsewhere(form, want, open, registry, day),
  }))
  const sum = (of: (field: Weight['fields'][number]) => number): number =>
    fields.reduce((all, field) => all + of(field), 0)
  return {
    subjects: coverage.subjects.get(form.subject) ?? 0,
    asked: sum((field) => field.asked),
    held: sum((field) => field.held),
    fresh: sum((field) => field.fresh),
    cost: sum((field) => field.asked - field.fresh),
    elsewhere: sum((field) => (field.elsewhere ? field.asked - field.fresh : 0)),
    fields,
  }
}

/** Rows of these kinds are persons, or stand for those who live there. */
const OF_PERSONS = ['person', 'household', 'dwelling']
const isFew = ({ subject }: Pick<Form, 'subject'>, { subjects }: Weight, k: number): boolean =>
  OF_PERSONS.includes(subject) && subjects > 0 && subjects < k

/** What is held of a handful of people tells of each of them: whoever is shown it has looked at these. */
export async function fewAskedAbout(
  { tx, now }: Pick<Asking, 'tx' | 'now'>,
  form: Pick<Form, 'subject' | 'area'>,
  weight: Weight,
): Promise<string[]> {
  const k = await smallestGroup({ tx, now }, form.area)
  return isFew(form, weight, k) ? fewLiving(tx, [form.area], { day: dayOf(now), k }) : []
}

/** In a list, where nobody asked about these few, the figure is left out. */
export const ofMany = (form: Pick<Form, 'subject'> & { weight: Weight | null }, k: number): Weight | null =>
  form.weight && isFew(form, form.weight, k) ? null : form.weight

function fieldOf(
  { key, kind }: Want,
  { subjects, held }: Coverage,
): { key: string; asked: number; held: number; fresh: number } {
  const asked = subjects.get(kind) ?? 0
  // What comes with its subject is there as soon as the subject is.
  if (isCore(key) && !isSayable(key)) return { key, asked, held: asked, fresh: asked }
  return { key, asked, ...(held.get(key) ?? { held: 0, fresh: 0 }) }
}
