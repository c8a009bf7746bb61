import { STAGE } from '../../demo/cast.ts'
import { checkImport, takeImport } from '#modules/homes/contract-import.ts'
import { decideMatch } from '#modules/matches/contract.ts'
import { registerResident } from '#modules/people/contract-residents.ts'
import type { House } from '#test/city/house.ts'
import type { Player } from './players.ts'
import { id } from './scene.ts'

/** Two pairs of entries, one of them decided; a search that waits; two lists, one of them checked. */
export type MatchScene = Record<'pair' | 'decided' | 'search' | 'taken' | 'checked', never>
export const LIST = Buffer.from('姓名,住址,手机\n余入册,余东村甲1号,13900009999\n').toString('base64')

export async function setMatches(house: House, near: (role: Player['role']) => Player): Promise<MatchScene> {
  const s: MatchScene = { pair: id(), decided: id(), search: id(), taken: id(), checked: id() }
  const cadre = near('village_cadre').actor
  for (const pair of [s.pair, s.decided]) {
    const both = [String(id()), String(id())].toSorted((a, b) => (a < b ? -1 : 1))
    for (const one of both)
      await house.send(near('grid_worker').actor, registerResident, {
        id: one as never,
        name: '余两次',
        homePlace: STAGE.grid,
      })
    await house.rows(`insert into matches.pair (id, a, b, place, likely, bits, reasons, found_at)
      values ('${String(pair)}', '${both[0]}', '${both[1]}', '${STAGE.grid}', 0.9, 3, '[]', now())`)
  }
  await house.send(cadre, decideMatch, { pair: s.decided, verdict: 'same' })
  await house.rows(
    `insert into matches.search (id, place, asked_at) values ('${String(s.search)}', '${STAGE.otherGrid}', now())`,
  )
  for (const list of [s.taken, s.checked])
    await house.send(cadre, takeImport, { id: list, place: STAGE.village, name: '册.csv', bytes: LIST })
  await house.send(cadre, checkImport, { id: s.checked, grid: STAGE.grid })
  return s
}
