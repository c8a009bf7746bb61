import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { enterBy, moveHomes } from '#modules/people/api.ts'
import { keep, openMembers } from './commands-arrange.ts'
import { tell } from './commands-household.ts'
import { householdMoved, moveHousehold } from './contract-arrange.ts'
import { demandDwelling, demandHousehold, demandLiving, SERVICE } from './demand.ts'
import { checkDay } from './rules.ts'
import type { HouseholdRow, MemberRow } from './store.ts'
import type { ActRow } from './store-acts.ts'
import { insertStay, readStayOf, setDoor, voidStay } from './store-stays.ts'

/** 搬家: the household stays the one it is, with all that is known of it; what it leaves is a stay that is over. */
const move = handler(moveHousehold, {
  load: async (ctx, { household, dwelling }) => ({
    whole: await demandLiving(ctx, household),
    door: await demandDwelling(ctx, dwelling),
  }),
  allow: {
    permission: 'homes.arrange',
    where: ({ whole }, { household }) => ({ place: whole.place, subject: household }),
  },
  purpose: SERVICE,
  async handle(ctx, { act, household, day = dayOf(ctx.now), origin }, { whole, door }) {
    const members = await openMembers(ctx, household)
    checkDay(day, dayOf(ctx.now), [whole.hereFrom, ...members.map(({ fromDay }) => fromDay)])
    if (door.untilDay || door.id === whole.dwelling) refuse('conflict')
    const entry = await enterBy(ctx, whole.place, origin)
    await insertStay(ctx.tx, {
      id: uuidv7(ctx.now),
      household,
      dwelling: whole.dwelling,
      place: whole.place,
      head: whole.head,
      act,
      entry: whole.entry,
      fromDay: whole.hereFrom,
      untilDay: day,
    })
    await setDoor(ctx.tx, { household, dwelling: door.id, place: door.place, hereFrom: day })
    await along(ctx, members, door.place, entry)
    announce(ctx, whole, { dwelling: door.id, place: door.place, day, undone: false })
    const closed = members.map(({ id }) => id)
    return keep(ctx, whole, {
      id: act,
      kind: 'move',
      household,
      other: household,
      entry,
      day,
      closed,
      opened: [],
      head: whole.head,
      dwelling: door.id,
    })
  },
})

async function along(ctx: CommandContext, members: readonly MemberRow[], place: string, entry: string) {
  const staying = members.filter(({ residence }) => residence !== 'away').map(({ person }) => person)
  await moveHomes(ctx, staying, place, entry)
  ctx.concerns(...members.map(({ person }) => person))
}

type To = { dwelling: string; place: string; day: string; undone: boolean }
function announce(ctx: CommandContext, { id, dwelling: was, place: from }: HouseholdRow, to: To): void {
  const { dwelling, place, day, undone } = to
  ctx.emit(householdMoved, id, place, { household: id, from, to: place, was, dwelling, place, day, undone })
  tell(ctx, { id, dwelling, place })
}

/** Refuses conflict when it has moved on since, ended, or others belong to it now. */
export async function moveBack(ctx: CommandContext, act: ActRow, entry: string): Promise<void> {
  const whole = await demandHousehold(ctx, act.household)
  const stay = (await readStayOf(ctx.tx, act.id)) ?? refuse('conflict')
  const members = await openMembers(ctx, act.household)
  const same = members.length === act.closed.length && members.every(({ id }) => act.closed.includes(id))
  if (whole.untilDay !== null || whole.dwelling !== act.dwelling || !same) refuse('conflict')
  await voidStay(ctx.tx, stay.id)
  await setDoor(ctx.tx, { household: whole.id, dwelling: stay.dwelling, place: stay.place, hereFrom: stay.fromDay })
  await along(ctx, members, stay.place, entry)
  announce(ctx, whole, { dwelling: stay.dwelling, place: stay.place, day: dayOf(ctx.now), undone: true })
}

export const moveHandlers = [move]
