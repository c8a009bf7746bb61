import type { AskContext } from '#kernel/ask.ts'
import { covers, type Where } from '#kernel/authorise.ts'
import { instant, millis } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { liveHolds } from '#kernel/holds.ts'
import type { Lever } from '#kernel/levers.ts'
import type { CommandContext } from '#kernel/pipeline.ts'
import { placeTree } from '#modules/places/api.ts'
import { levelOf, type Level, LEVELS } from '#modules/places/contract.ts'
import { roster, withFormer } from '#modules/posts/api.ts'
import { reliefChanged } from './contract.ts'
import { lockRow, type Row, type Stamp, type Table } from './store.ts'

/** What the commands and queries of all tools have in common. */
export const wrong = (path: string, problem: string): never => refuse('invalid', { problems: [{ path, problem }] })

/** Phones differ by a little; what is further ahead was not seen yet. */
const AHEAD_MS = 5 * 60_000

/** The hold by which a tool is open at a place, as a row is stamped with; refuses `not_open`. */
export async function stamp(ctx: CommandContext, tool: Lever<boolean>, place: string): Promise<Stamp> {
  return { hold: await ctx.opened(tool, place), place, touchedAt: instant(ctx.now) }
}

/** Whether that hold is one of an exercise: what outlasts it has to say so, or is not done. */
export const isExercise = async (ctx: CommandContext, { hold }: Pick<Stamp, 'hold'>): Promise<boolean> =>
  (await liveHolds(ctx.tx, ctx.now)).some(({ id, exercise }) => id === hold && exercise)

/** Nothing that a tool gives outlasts the hold that opened it. */
export async function demandUntil(ctx: CommandContext, { hold }: Stamp, until: string): Promise<void> {
  const ends = (await liveHolds(ctx.tx, ctx.now)).find(({ id }) => id === hold)?.endsAt ?? ctx.now
  if (millis(until) <= ctx.now) wrong('until', 'in_the_past')
  if (millis(until) > ends) wrong('until', 'beyond_the_hold')
}

/** A row in reach, locked until the command ends. Under a response that is over it stands still, also while another has begun: `not_open`. */
export async function lockHeld<R extends Row>(ctx: CommandContext, table: Table, id: string): Promise<R> {
  const { row, held } = (await lockRow<R>(ctx.tx, table, { id, now: ctx.now })) ?? refuse('not_found')
  return held ? row : refuse('not_open', { place: row.place })
}

/** The same also afterwards: what was taken is given back whenever. */
export const lockEver = async <R extends Row>(ctx: CommandContext, table: Table, id: string): Promise<R> =>
  ((await lockRow<R>(ctx.tx, table, { id, now: ctx.now })) ?? refuse('not_found')).row

export const tell = (ctx: CommandContext, tool: Lever<boolean>, { id, place }: Row): void =>
  ctx.emit(reliefChanged, id, place, { tool: tool.name, id, place })

export async function demandPlace(ctx: CommandContext, code: string, levels: readonly Level[] = LEVELS): Promise<void> {
  if (!(await placeTree(ctx.platform)).get(code)) wrong('place', 'unknown_place')
  if (!levels.includes(levelOf(code))) wrong('place', 'another_level')
}

export async function demandPost(ctx: CommandContext, post: string, path: string): Promise<void> {
  if (!(await roster(ctx.platform)).get(post)) wrong(path, 'no_such_post')
}

/** When something was seen: not ahead of the clock, and not before there was anything to see. */
export function demandPast(ctx: CommandContext, at: string, since: string): number {
  const ms = millis(at)
  if (ms > ctx.now + AHEAD_MS) wrong('at', 'in_the_future')
  if (ms < millis(since) - AHEAD_MS) wrong('at', 'before_it_began')
  return Math.min(ms, ctx.now)
}

/** Names of places and of whoever holds a post. */
export async function namesFor(ctx: AskContext | CommandContext, posts: readonly (string | null)[]) {
  const tree = await placeTree(ctx.platform)
  const held = await withFormer(ctx.tx, await roster(ctx.platform), posts)
  return {
    placeName: (code: string): string => tree.shortName(code),
    by(post: string | null) {
      const holder = post ? held.get(post) : undefined
      return holder ? { name: holder.name, title: holder.title } : null
    },
  }
}

/** Whether the asker may send a command about a row; screens draw their buttons from it. */
export const may = (ctx: AskContext, permission: string, where: Where): boolean => {
  const scope = ctx.reaches(permission)
  return scope !== undefined && covers(scope, where)
}

/** Where lists are looked for: the place that is asked about, as far as the asker reaches it. Nowhere: undefined. */
export function asFarAs({ scope, actor }: Pick<AskContext, 'scope' | 'actor'>, asked?: string): string | undefined {
  const place = asked ?? actor.place ?? ''
  if (covers(scope, { place })) return place
  return scope.lo.startsWith(place) ? scope.lo : undefined
}

/** Digits of the places one level below; of a grid its own. */
const LENGTHS = [4, 6, 9, 12, 15] as const
export const lengthBelow = (place: string): number => LENGTHS.find((length) => length > place.length) ?? 15

type Counted = { place: string; state: string; rows: number }
/** Counts as a screen shows them: a row for each place below, with every state there is. */
export function progressOf<S extends string>(
  counted: readonly Counted[],
  states: readonly S[],
  placeName: (code: string) => string,
) {
  return [...Map.groupBy(counted, ({ place }) => place)].map(([place, rows]) => ({
    place,
    placeName: placeName(place),
    total: rows.reduce((sum, one) => sum + one.rows, 0),
    states: Object.fromEntries(
      states.map((state) => [state, rows.find((one) => one.state === state)?.rows ?? 0]),
    ) as Record<S, number>,
  }))
}
