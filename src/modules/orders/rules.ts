import { DAY_MS, HOUR_MS } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { parentOf, pathOf } from '#modules/places/contract.ts'
import type { Audience, OrderState, Tally } from './contract.ts'

/** Chased, answered, amended: what has left and is not over. */
export const LIVE: readonly OrderState[] = ['issued', 'amended']
export const isLive = (state: OrderState): boolean => LIVE.includes(state)

/** The nearest place that holds all of these: where an order lies, and who must reach it. */
export function commonRoot(places: readonly string[]): string {
  const [first = '', ...others] = places
  const shared = pathOf(first).findLast((code) => others.every((other) => other.startsWith(code)))
  return shared ?? refuse('invalid', { problems: [{ path: 'audience.within', problem: 'no_common_place' }] })
}

/** An audience that asks for nothing but places means everybody who works there. */
export const wantsPosts = ({ roles, levels, organs, bondKinds, posts }: Audience): boolean =>
  roles.length + levels.length + organs.length > 0 || bondKinds.length + posts.length === 0

export const numberOf = ({
  year,
  no,
}: {
  year: number | null
  no: number | null
}): { year: number; no: number } | null => (year === null || no === null ? null : { year, no })

/** The id carries the month in which its recipients are kept, so a wrong clock of a sender is told at once. */
export function idOfNow(id: string, now: number): void {
  const made = Number.parseInt(id.replace('-', '').slice(0, 12), 16)
  if (Math.abs(made - now) > 31 * DAY_MS) refuse('invalid', { problems: [{ path: 'id', problem: 'clock' }] })
}

export const dueLater = (dueAt: number, now: number, path = 'dueAt'): void => {
  if (dueAt <= now) refuse('invalid', { problems: [{ path, problem: 'past' }] })
  if (dueAt > now + 400 * DAY_MS) refuse('invalid', { problems: [{ path, problem: 'too_far' }] })
}

/** When the next step of the chase is due; after the fourth there is none. */
export type ChaseShares = { app: number; text: number; above: number; call: number }
export function nextChase(
  step: number,
  { issuedAt, dueAt }: { issuedAt: number; dueAt: number },
  s: ChaseShares,
): number | null {
  const share = [s.app, s.text, s.above, s.call][step]
  return share === undefined ? null : Math.round(issuedAt + (dueAt - issuedAt) * share)
}

export const NOTHING: Tally = {
  addressed: 0,
  silent: 0,
  received: 0,
  understood: 0,
  blocked: 0,
  impossible: 0,
  already: 0,
  done: 0,
}
export const withSilent = (t: Omit<Tally, 'silent'>): Tally => ({
  ...t,
  silent: t.addressed - t.received - t.understood - t.blocked - t.impossible - t.already - t.done,
})

export const sumOf = (rows: readonly Omit<Tally, 'silent'>[]): Tally =>
  withSilent(
    rows.reduce<Tally>(
      (all, row) => ({
        ...all,
        addressed: all.addressed + row.addressed,
        received: all.received + row.received,
        understood: all.understood + row.understood,
        blocked: all.blocked + row.blocked,
        impossible: all.impossible + row.impossible,
        already: all.already + row.already,
        done: all.done + row.done,
      }),
      NOTHING,
    ),
  )

/** Two acts of which one undoes the other. */
const OPPOSITES = [
  ['open', 'close'],
  ['move', 'stay'],
  ['start', 'stop'],
] as const
export const oppositeOf = (act: string): string | null => {
  const pair = OPPOSITES.find((one) => one.some((side) => side === act))
  return pair ? (pair[0] === act ? pair[1] : pair[0]) : null
}

/** Deadlines of one and the same matter that lie further apart than this contradict each other. */
export const APART_MS = 12 * HOUR_MS

export const above = (place: string): string => parentOf(place) ?? place
