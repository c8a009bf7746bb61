import { answer, type AskContext } from '#kernel/ask.ts'
import { dayOf } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { maskName } from '#modules/people/api.ts'
import { placeTree } from '#modules/places/api.ts'
import { type Answerer, myDoors } from './contract.ts'
import { kindsOf } from './kinds.ts'
import { shownBond } from './shown.ts'
import { findBroad, findDoorsOf, type FoundDoor } from './store-door.ts'
import { doorRows, sayingsOf } from './store-doors.ts'

const mine = answer(myDoors, {
  permission: 'bonds.mine',
  purpose: 'door_bond',
  async run(ctx, { limit, cursor }) {
    const today = dayOf(ctx.now)
    const who = { post: ctx.actor.post, person: ctx.actor.person }
    const [place = '', household = ''] = readCursor(cursor, 2) ?? []
    const after = household === '' ? undefined : { place, household }
    const found = await findDoorsOf(ctx.tx, who, today, { limit: limit + 1, after })
    const { rows, next } = pageOf(found, limit, (row) => [row.place, row.household])
    const broad = cursor === undefined ? await findBroad(ctx.tx, who, today) : []
    ctx.saw(
      broad.map(({ toKind, toId }) => (toKind === 'person' ? toId : null)),
      { fields: 'name' },
    )
    const index = await kindsOf(ctx.platform)
    return { rows: await shownDoors(ctx, rows), next, organs: broad.map((one): Answerer => shownBond(one, index)) }
  },
})

/** With the address and the head, who sees this look. */
async function shownDoors(ctx: AskContext, rows: readonly FoundDoor[]) {
  const [index, tree] = [await kindsOf(ctx.platform), await placeTree(ctx.platform)]
  const households = rows.map(({ household }) => household)
  const known = new Map((await doorRows(ctx.tx, households)).map((row) => [row.household, row]))
  const bonds = rows.flatMap(({ bond }) => bond ?? [])
  const said = Map.groupBy(await sayingsOf(ctx.tx, bonds), ({ bond }) => bond)
  ctx.saw(
    [...known.values()].map(({ head }) => head),
    { fields: 'name, address' },
  )
  return rows.map(({ household, place, kinds, bond }) => {
    const head = known.get(household)?.headName ?? null
    return {
      household,
      place,
      placeName: tree.shortName(place),
      address: known.get(household)?.address ?? null,
      head: head && maskName(head),
      kinds: kinds.map((kind) => ({ kind, name: index.nameOf(kind) })),
      bond: bond as never,
      sayings: bond ? (said.get(bond)?.length ?? 0) : 0,
    }
  })
}

export const mineAnswers = [mine]
