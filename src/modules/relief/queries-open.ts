import { answer } from '#kernel/ask.ts'
import { instant } from '#kernel/clock.ts'
import { liveHolds } from '#kernel/holds.ts'
import { openTools } from './contract-open.ts'
import { TOOLS } from './levers.ts'
import { namesFor } from './tool.ts'

const NAMES: ReadonlySet<string> = new Set(TOOLS.map(({ name }) => name))

export const open = answer(openTools, {
  permission: 'relief.open',
  async run(ctx, { place = '' }) {
    const { placeName } = await namesFor(ctx, [])
    const live = (await liveHolds(ctx.tx, ctx.now)).filter(
      (hold) => NAMES.has(hold.lever) && hold.value === true && hold.startsAt <= ctx.now && ctx.now < hold.endsAt,
    )
    const here = live.filter((hold) => place.startsWith(hold.place) || hold.place.startsWith(place))
    return {
      rows: here.map(({ lever, place: at, endsAt }) => ({
        tool: lever,
        place: at,
        placeName: placeName(at),
        until: instant(endsAt),
      })),
    }
  },
})
