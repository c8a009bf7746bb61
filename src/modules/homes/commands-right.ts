import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { enter, standsFor } from '#modules/people/api.ts'
import { openMembers } from './commands-arrange.ts'
import { restateRow, tell } from './commands-household.ts'
import { setRight } from './contract-right.ts'
import type { Relation } from './contract.ts'
import { demandLiving, SERVICE } from './demand.ts'
import { checkKnown, join } from './joining.ts'
import { endMembers, type MemberRow, setHead } from './store.ts'

/** By the house: who decides may be an office that reads and writes nothing else of this household. */
const right = handler(setRight, {
  load: (ctx, { household }) => demandLiving(ctx, household),
  allow: { permission: 'homes.setRight', where: ({ place }, { household }) => ({ place, subject: household }) },
  purpose: SERVICE,
  async handle(ctx, { household, relation, head, leave, join: coming, post }, found) {
    const { place } = found
    const day = dayOf(ctx.now)
    const entry = await enter(ctx.tx, { source: 'register', place, post, now: ctx.now })
    await neverBelonged(ctx, { household, leave, entry })
    if (coming.length > 0) {
      await checkKnown(ctx, coming)
      await join(ctx, coming, { household, place, entry, day })
    }
    if (relation) await be(ctx, { household, person: relation.person, is: relation.is, entry })
    if (head) await be(ctx, { household, person: head, is: 'head', entry })
    tell(ctx, found)
    return { household }
  },
})

/** Whoever was entered by mistake never was: the last day becomes the first. */
type Never = { household: string; leave: readonly string[]; entry: string }
async function neverBelonged(ctx: CommandContext, { household, leave, entry }: Never): Promise<void> {
  const rows = await openMembers(ctx, household)
  for (const id of leave) {
    const row = rows.find((one) => one.id === id) ?? refuse('conflict', { member: id })
    await endMembers(ctx.tx, [id], { day: row.fromDay, why: 'entered_wrongly', entry })
    if (row.relation === 'head') await setHead(ctx.tx, household, null)
    ctx.concerns(row.person)
  }
}

type Being = { household: string; person: string; is: Relation; entry: string }
async function be(ctx: CommandContext, { household, person, is, entry }: Being): Promise<void> {
  const rows = await openMembers(ctx, household)
  const now = await standsFor(ctx.tx, [person, ...rows.map((row) => row.person)])
  const row: MemberRow =
    rows.find((one) => now.get(one.person) === now.get(person)) ?? refuse('conflict', { problem: 'not_a_member' })
  if (row.relation === is) return
  await restateRow(ctx, row, { id: uuidv7(ctx.now), relation: is, day: dayOf(ctx.now), entry })
}

export const rightHandlers = [right]
