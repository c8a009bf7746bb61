import { STAGE } from '../../demo/cast.ts'
import { idNumber } from '../../demo/identifiers.ts'
import { moveHousehold, placeOrgan, splitHousehold } from '#modules/homes/contract-arrange.ts'
import { addDwelling, correctDwelling, moveIn } from '#modules/homes/contract.ts'
import { organs } from '#modules/people/api.ts'
import { mergeResidents, registerResident, restate, splitResident } from '#modules/people/contract-residents.ts'
import type { House } from '#test/city/house.ts'
import type { Player } from './players.ts'
import { id } from './scene.ts'

/** A family behind a door of the stage, an empty house, and one of each act that can be undone. */
export type HomeScene = Record<
  | 'dwelling'
  | 'empty'
  | 'household'
  | 'other'
  | 'head'
  | 'member'
  | 'person'
  | 'spare'
  | 'child'
  | 'document'
  | 'merge'
  | 'split'
  | 'act',
  never
>

/** One address is one door, however often the stage is set. */
const houses = { last: 20 }

export async function setHome(house: House, { actor }: Player): Promise<HomeScene> {
  const s: HomeScene = {
    dwelling: id(),
    empty: id(),
    household: id(),
    other: id(),
    head: id(),
    member: id(),
    person: id(),
    spare: id(),
    child: id(),
    document: id(),
    merge: id(),
    split: id(),
    act: id(),
  }
  for (const [at, address] of [
    [s.dwelling, `余东村东山路 ${(houses.last += 1)} 号`],
    [s.empty, `余东村东山路 ${(houses.last += 1)} 号`],
  ] as const)
    await house.send(actor, addDwelling, { id: at, place: STAGE.grid, address })
  const documents = [{ id: s.document, kind: 'resident_id' as const, number: idNumber('330802', '1970-01-01', 'male') }]
  const grown = id()
  await house.send(actor, moveIn, {
    household: s.household,
    dwelling: s.dwelling,
    members: [
      { id: s.head, resident: { id: s.person, name: '余根深', documents }, relation: 'head' },
      { id: s.member, resident: { id: s.child, name: '余叶茂', born: '2018-01-01' }, relation: 'child' },
      { id: grown, resident: { id: id(), name: '余长大', born: '1995-01-01' }, relation: 'child' },
    ],
  })
  await house.send(actor, splitHousehold, {
    act: s.act,
    household: s.household,
    into: s.other,
    dwelling: s.empty,
    members: [{ member: grown, relation: 'head' }],
  })
  // One that lives elsewhere since: behind its former door there is a stay.
  const [moved, away] = [id(), id()]
  await house.send(actor, addDwelling, {
    id: away,
    place: STAGE.grid,
    address: `余东村东山路 ${(houses.last += 1)} 号`,
  })
  await house.send(actor, moveIn, {
    household: moved,
    dwelling: s.empty,
    members: [{ id: id(), resident: { id: id(), name: '余搬走' }, relation: 'head' }],
    day: '2026-01-01',
  })
  await house.send(actor, moveHousehold, { act: id(), household: moved, dwelling: away })
  await house.send(actor, correctDwelling, { id: id(), dwelling: s.dwelling, door: '1' })
  await house.send(actor, restate, { id: id(), person: s.person, kind: 'phone', value: '13900000000' })
  const organ = (await organs(house.p)).at(STAGE.county)[0]?.id ?? id()
  await house.send(actor, placeOrgan, { id: id(), organ, dwelling: s.dwelling })
  const [twice, part] = [id(), id()]
  for (const one of [s.spare, twice])
    await house.send(actor, registerResident, { id: one, name: '余登记', homePlace: STAGE.grid })
  await house.send(actor, mergeResidents, { id: s.merge, kept: s.spare, gone: twice })
  await house.send(actor, splitResident, {
    id: s.split,
    person: s.spare,
    part: { id: part, name: '余另记' },
    documents: [],
  })
  return s
}
