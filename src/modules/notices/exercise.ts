import { liveHolds } from '#kernel/holds.ts'
import type { Tx } from '#kernel/tx.ts'
import type { NoticeKind, NoticeParams } from './messages.ts'

/** What comes of tools that only a hold opens. */
const isOfTools = (kind: NoticeKind): boolean => kind.startsWith('relief_')

type Marked = (place: string, params: NoticeParams) => NoticeParams
/** Where an exercise opened the tools, whatever they tell says so first: nobody leaves his house for a drill that he took for a flood. */
export async function exercisesFor({ tx, now }: { tx: Tx; now: number }, kind: NoticeKind): Promise<Marked> {
  if (!isOfTools(kind)) return (_, params) => params
  const places = (await liveHolds(tx, now)).flatMap(({ exercise, startsAt, place }) =>
    exercise && startsAt <= now ? [place] : [],
  )
  return (at, params) => (places.some((place) => at.startsWith(place)) ? { ...params, exercise: 1 } : params)
}
