import { STAGE } from '../../demo/cast.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { registerResident } from '#modules/people/contract-residents.ts'
import { openHouse, START } from './house.ts'

const id = (): never => uuidv7(START) as never

/** The stage with its worker, who enters people; what stands of them row by row, and who looked at them. */
export async function openEntries() {
  const house = await openHouse()
  const worker = house.as('yuXuewen')
  const living = (more: object = {}) => ({
    id: id(),
    name: '余桂花',
    sex: 'female' as const,
    born: '1971-05-06',
    phone: '13900001111',
    homePlace: STAGE.grid,
    ...more,
  })
  return {
    house,
    worker,
    living,
    entered: async (more: object = {}): Promise<never> => {
      const one = living(more)
      await house.send(worker, registerResident, one)
      return one.id
    },
    rowOf: (table: string, one: string, column = 'id') =>
      house.rows<{ row: string }>(
        `select row_to_json(t)::text as row from ${table} t where ${column} = '${one}' order by id`,
      ),
    looks: (person: string) =>
      house.rows<{ name: string; purpose: string; reason: string | null }>(
        `select name, purpose, detail->>'reason' as reason from kernel.record where about = '${person}' and kind = 'query' order by seq`,
      ),
  }
}
