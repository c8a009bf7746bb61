import type { Tx } from '#kernel/tx.ts'
import { type NoticeKind, notify } from '#modules/notices/api.ts'
import { doorsOfHouseholds, membersOn } from './store-homes.ts'
import type { PromiseRow } from './store-promises.ts'
import { dayOf } from '#kernel/clock.ts'

type Ctx = { tx: Tx; now: number }
type About = Pick<PromiseRow, 'household' | 'visit' | 'place' | 'number' | 'text'>

/** One of a household is told for all: its head, or whoever else lives there. */
export async function tellHousehold(ctx: Ctx, about: About, kind: NoticeKind): Promise<void> {
  const person = await speakerOf(ctx, about.household)
  if (person)
    await notify(ctx, {
      to: { person },
      kind,
      params: paramsOf(about),
      subject: about.visit,
      urgent: false,
      place: about.place,
    })
}
export const tellMaker = (ctx: Ctx, about: About & { post: string }, kind: NoticeKind): Promise<void> =>
  notify(ctx, {
    to: { post: about.post },
    kind,
    params: paramsOf(about),
    subject: about.visit,
    urgent: false,
    place: about.place,
  })

const paramsOf = ({ number, text }: About) => ({ number, title: text })

export async function speakerOf({ tx, now }: Ctx, household: string): Promise<string | undefined> {
  const [door] = await doorsOfHouseholds(tx, [household])
  const members = await membersOn(tx, household, dayOf(now))
  return (members.find(({ person }) => person === door?.head) ?? members[0])?.person
}
