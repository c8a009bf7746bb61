import { instant } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { enterBy, moveHomes } from '#modules/people/api.ts'
import { moveBack } from './commands-move.ts'
import { tell } from './commands-household.ts'
import { undoAct } from './contract-arrange.ts'
import { demandHousehold, SERVICE } from './demand.ts'
import * as store from './store.ts'
import { type ActRow, closeAct, readAct, reopenMembers, setGoesOnIn, voidHousehold, voidMembers } from './store-acts.ts'

const undo = handler(undoAct, {
  load: async (ctx, { act }) => (await readAct(ctx.tx, act)) ?? refuse('not_found'),
  allow: { permission: 'homes.arrange', where: ({ place, household }) => ({ place, subject: household }) },
  purpose: SERVICE,
  async handle(ctx, { act, origin }, found) {
    if (found.undoneAt) refuse('already')
    const entry = await enterBy(ctx, found.place, origin)
    // What moved before a household stayed the same one is another household, and goes back as one.
    await (found.kind === 'move' && found.other === found.household ? moveBack : takeBack)(ctx, found, entry)
    await closeAct(ctx.tx, act, entry, instant(ctx.now))
    tell(ctx, await demandHousehold(ctx, found.household))
    if (found.other !== found.household) tell(ctx, await demandHousehold(ctx, found.other))
    return { act }
  },
})

/** Refuses conflict when what the act opened or closed was changed since: that is undone first. */
async function takeBack(ctx: CommandContext, a: ActRow, entry: string): Promise<void> {
  const [whole, other] = [await demandHousehold(ctx, a.household), await demandHousehold(ctx, a.other)]
  const built = (await store.readMembersOf(ctx.tx, a.kind === 'merge' ? [] : [a.other])).some(
    ({ id, untilDay }) => untilDay === null && !a.opened.includes(id),
  )
  if (built || (a.kind === 'move' ? whole.untilDay !== a.day : whole.untilDay !== null)) refuse('conflict')
  if (a.kind === 'merge' && other.untilDay !== a.day) refuse('conflict')
  const closed = await store.readMembersById(ctx.tx, a.closed)
  if ((await voidMembers(ctx.tx, a.opened, entry)) < a.opened.length) refuse('conflict')
  if ((await reopenMembers(ctx.tx, a.closed, a.day)) < a.closed.length) refuse('conflict')
  if (a.kind === 'merge') {
    await store.setHouseholdEnd(ctx.tx, a.other, null)
    await setGoesOnIn(ctx.tx, a.other, null)
  } else await voidHousehold(ctx.tx, a.other)
  if (a.kind === 'move') await store.setHouseholdEnd(ctx.tx, a.household, null)
  if (a.kind === 'split' && whole.head !== a.head) await store.setHead(ctx.tx, a.household, a.head)
  const back = closed.filter(({ residence }) => residence !== 'away')
  for (const place of new Set(back.map((row) => row.place)))
    await moveHomes(
      ctx,
      back.filter((row) => row.place === place).map(({ person }) => person),
      place,
      entry,
    )
  ctx.concerns(...closed.map(({ person }) => person))
}

export const undoHandlers = [undo]
