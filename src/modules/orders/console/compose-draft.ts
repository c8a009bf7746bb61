import { DAY_MS, dayOf, instant, startOfDay } from '#kernel/clock.ts'
import type { z } from 'zod'
import type { draftOrder, OrderView } from '../contract.ts'
import { instantOf, localOf } from '#ui/console/local-time.ts'

type Input = z.input<(typeof draftOrder)['input']>

/** What the form holds: the input of the command, with the deadline as the field shows it. */
export type Draft = Omit<Input, 'id' | 'supersedes' | 'dueAt' | 'audience'> & {
  due: string
  audience: Input['audience'] & { tagged?: { field?: string; value?: string } | null }
}

const EVENING_MS = 18 * 3_600_000

export const emptyDraft = (place: string, now: number): Draft => ({
  kind: 'task',
  title: '',
  text: '',
  purpose: 'household_service',
  basis: '',
  red: false,
  act: 'do',
  subject: null,
  doneWhen: '',
  evidence: 'none',
  form: null,
  minutes: 10,
  mark: null,
  due: localOf(instant(startOfDay(dayOf(now + DAY_MS)) + EVENING_MS)),
  audience: { within: [place], roles: ['grid_worker'] },
})

export const draftOf = ({ dueAt, audience, ...order }: OrderView): Draft => ({
  kind: order.kind,
  title: order.title,
  text: order.text,
  purpose: order.purpose,
  basis: order.basis,
  red: order.red,
  act: order.act,
  subject: order.subject as Draft['subject'],
  doneWhen: order.doneWhen,
  evidence: order.evidence,
  form: order.form as Draft['form'],
  minutes: order.minutes,
  mark: order.mark,
  due: localOf(dueAt),
  audience,
})

/** A condition that is half filled in is none. */
export function audienceOf({ tagged, ...rule }: Draft['audience']): Input['audience'] {
  const { field, value } = tagged ?? {}
  return { ...rule, tagged: field && value ? { field, value } : null }
}

export const inputOf = (
  { due, audience, ...facts }: Draft,
  { id, supersedes }: { id: string; supersedes: string | null },
): Input => ({
  id: id as Input['id'],
  supersedes: supersedes as Input['id'] | null,
  ...facts,
  subject: facts.subject ?? null,
  form: facts.form ?? null,
  mark: facts.mark?.trim() || null,
  dueAt: instantOf(due),
  audience: audienceOf(audience),
})
