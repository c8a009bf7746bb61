import { STAGE } from '../../demo/cast.ts'
import type { Actor } from '#kernel/authorise.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { addDwelling, moveIn } from '#modules/homes/contract.ts'
import { type House, START } from './house.ts'

export const newId = (): never => uuidv7(START) as never
let doors = 0

export const resident = (name: string, more: object = {}) => ({
  id: newId(),
  name,
  born: '1980-04-05',
  sex: 'male' as const,
  ...more,
})

/** Makes dwellings and families on the stage, as a worker of it does. */
export const familiesOf = (house: House, worker: Actor) => {
  const dwellingAt = async (more: object = {}): Promise<never> => {
    const one = { id: newId(), place: STAGE.grid, address: `余东村杨家${++doors}号`, ...more }
    await house.send(worker, addDwelling, one)
    return one.id
  }
  /** Grandfather as head, son, son's wife, a child; moved in on New Year. */
  async function family(more: object = {}) {
    const [dwelling, household] = [await dwellingAt(), newId()]
    const [old, son, wife, child] = [
      { id: newId(), resident: resident('杨根土', { born: '1950-01-01' }), relation: 'head' as const },
      { id: newId(), resident: resident('杨建军'), relation: 'child' as const },
      { id: newId(), resident: resident('徐小青', { sex: 'female' }), relation: 'child_in_law' as const },
      { id: newId(), resident: resident('杨子轩', { born: '2018-06-01' }), relation: 'grandchild' as const },
    ]
    const members = [old, son, wife, child]
    await house.send(worker, moveIn, { household, dwelling, members, day: '2026-01-01', ...more })
    return { dwelling, household, old, son, wife, child }
  }
  /** Everything about homes and people, row by row as text, to be compared with what it is afterwards. */
  const allRows = async (): Promise<string[]> => {
    const tables = ['homes.dwelling', 'homes.household', 'homes.member', 'people.person']
    const found = await Promise.all(
      tables.map((table) =>
        house.rows<{ row: string }>(`select row_to_json(t)::text as row from ${table} t order by 1`),
      ),
    )
    return found.flat().map(({ row }) => row)
  }
  return { dwellingAt, family, allRows }
}
