import type { AskContext } from '#kernel/ask.ts'
import { millis } from '#kernel/clock.ts'
import { covered } from './rules.ts'
import { type Withheld, withheldOf, withheldOfEach } from './store-disclosure.ts'

type Asking = Pick<AskContext, 'tx' | 'now'>

/** 延迟告知: windows whose looks are not to be shown yet. When the last instant of one has passed, it shows by itself. */
export const running = (windows: readonly Withheld[], now: number): Withheld[] =>
  windows.filter(({ until }) => millis(until) > now)

export const runningWindows = async (ctx: Asking, persons: readonly string[]): Promise<Withheld[]> =>
  running(await withheldOf(ctx.tx, persons), ctx.now)

type Acted = { about: string | null; organ: string | null; actorPlace: string | null; at: string }

/** For whoever oversees the record: until when the person whom an act is about does not see it; null: he sees it. */
export async function hiddenUntil(ctx: Asking, acts: readonly Acted[]): Promise<(act: Acted) => string | null> {
  const persons = [...new Set(acts.flatMap(({ about }) => about ?? []))]
  if (persons.length === 0) return () => null
  const rows = (await withheldOfEach(ctx.tx, persons)).filter(({ until }) => millis(until) > ctx.now)
  const each = Map.groupBy(rows, ({ person }) => person)
  return ({ about, organ, actorPlace, at }) =>
    covered(each.get(about ?? '') ?? [], { organ, place: actorPlace }, at)?.until ?? null
}
