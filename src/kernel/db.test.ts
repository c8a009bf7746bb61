import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Bare, idOf, openBare } from '#test/bare/house.ts'
import { sums } from '#test/bare/sums.ts'
import { NOBODY, WHOLE } from './authorise.ts'
import { asOwner, inScope } from './db.ts'
import { type Sql, sql } from './sql.ts'
import type { Tx } from './tx.ts'

let house: Bare
beforeEach(async () => void (house = await openBare([sums])))
afterEach(() => house.close())

const insert = (tx: Tx, id = idOf()) => sql(tx)`insert into sums.sum (id, place, amount) values (${id}, '330802', 1)`
const count = async () => (await house.rows<{ n: number }>('select count(*)::int as n from sums.sum'))[0]?.n

/** Kills the server's end of a transaction's connection, as a restart of the database would, and waits until that is known. */
async function breakOff(tx: Tx): Promise<void> {
  const [me] = await sql(tx)<{ pid: number }[]>`select pg_backend_pid() as pid`
  await house.rows(`select pg_terminate_backend(${me?.pid})`)
  await new Promise((done) => void setTimeout(done, 200))
  // Others use the pool meanwhile, and open the broken connection anew.
  await Promise.all(Array.from({ length: 20 }, () => house.rows('select pg_sleep(0.02)')))
}

it.each([
  ['inScope', inScope],
  [
    'asOwner',
    (db: Parameters<typeof asOwner>[0], _scope: unknown, work: (tx: Tx) => Promise<void>) => asOwner(db, work),
  ],
] as const)(
  'ends a transaction with its connection: nothing of it is done, before or after (%s)',
  async (_name, transact) => {
    const kept = transact(house.p.db, WHOLE, async (tx) => {
      const held: Sql = sql(tx)
      await insert(tx)
      await breakOff(tx)
      expect(() => held`select 1`).toThrow('this transaction has ended')
      expect(() => held.unsafe('select 1')).toThrow('this transaction has ended')
      await insert(tx)
    })
    await expect(kept).rejects.toThrow('this transaction has ended')
    expect(await count()).toBe(0)
  },
)

it('does not commit what lost its connection, even if nothing is asked any more', async () => {
  const kept = inScope(house.p.db, WHOLE, async (tx) => {
    await insert(tx)
    await breakOff(tx)
  })
  await expect(kept).rejects.toThrow('this transaction has ended')
  expect(await count()).toBe(0)
})

it('goes on serving others after connections broke, each in a transaction of its own', async () => {
  const break1 = () => inScope(house.p.db, WHOLE, breakOff).catch(() => {})
  await Promise.all([break1(), break1(), break1()])
  const seen = await Promise.all(
    Array.from({ length: 60 }, (_, i) =>
      inScope(house.p.db, i % 2 ? WHOLE : { ...NOBODY, person: `p${i}` }, async (tx) => {
        const [before] = await sql(tx)<
          { tx: string; who: string }[]
        >`select pg_current_xact_id()::text as tx, current_setting('app.person') as who`
        await sql(tx)`select pg_sleep(0.005)`
        const [after] = await sql(tx)<
          { tx: string; who: string }[]
        >`select pg_current_xact_id()::text as tx, current_setting('app.person') as who`
        expect(after).toEqual(before)
        expect(before?.who).toBe(i % 2 ? '' : `p${i}`)
        return before?.tx
      }),
    ),
  )
  expect(new Set(seen).size).toBe(60)
})

it('does not take a rollback for a commit', async () => {
  const kept = inScope(house.p.db, WHOLE, async (tx) => {
    await insert(tx)
    await sql(tx)`select 1 / 0`.catch(() => {})
  })
  await expect(kept).rejects.toThrow('could not be committed')
  expect(await count()).toBe(0)
})

it('rolls back what throws, and gives nobody a transaction that is over', async () => {
  let kept: Tx | undefined
  const work = inScope(house.p.db, WHOLE, async (tx) => {
    kept = tx
    await insert(tx)
    throw new Error('changed my mind')
  })
  await expect(work).rejects.toThrow('changed my mind')
  expect(await count()).toBe(0)
  expect(() => kept && sql(kept)).toThrow('this transaction has ended')
})
