import type { AskContext } from '#kernel/ask.ts'
import { millis } from '#kernel/clock.ts'
import { type Withheld, withheldOf } from './store-disclosure.ts'

type Asking = Pick<AskContext, 'tx' | 'now'>

/** 延迟告知: windows whose looks are not to be shown yet. When the last instant of one has passed, it shows by itself. */
export const running = (windows: readonly Withheld[], now: number): Withheld[] =>
  windows.filter(({ until }) => millis(until) > now)

export const runningWindows = async (ctx: Asking, persons: readonly string[]): Promise<Withheld[]> =>
  running(await withheldOf(ctx.tx, persons), ctx.now)
