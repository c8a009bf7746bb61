import type { AskContext } from '#kernel/ask.ts'
import { aside } from '#kernel/db.ts'
import {
  type Act,
  type After,
  countLooks,
  groupLooks,
  type LookFilter,
  type LookGroup,
  looksAt,
} from '#kernel/record-reading.ts'
import type { Tx } from '#kernel/tx.ts'

type Asking = Pick<AskContext, 'tx' | 'platform'>
type Paged = LookFilter & { limit: number; after: After | undefined; offset?: number }

/**
 * What stands in the record about one person. Entries that were merged stay what they were, so their looks stand under ids of
 * their own: row-level security lets a person read only those about the one id, and the others are asked past it.
 */
async function each<T>(
  ctx: Asking,
  persons: readonly string[],
  one: (tx: Tx, person: string) => Promise<T>,
): Promise<T[]> {
  const [own, ...others] = persons
  if (own === undefined) return []
  if (others.length === 0) return [await one(ctx.tx, own)]
  return aside(ctx.platform.db, async (tx) => {
    const found: T[] = []
    for (const person of persons) found.push(await one(tx, person))
    return found
  })
}

const newestFirst = (a: Act, b: Act): number =>
  a.at === b.at ? Number(BigInt(b.seq) - BigInt(a.seq)) : a.at < b.at ? 1 : -1

export async function recordOf(ctx: Asking, persons: readonly string[], page: Paged): Promise<Act[]> {
  if (persons.length === 1) return (await each(ctx, persons, (tx, person) => looksAt(tx, person, page)))[0] ?? []
  const { offset = 0, limit } = page
  const found = await each(ctx, persons, (tx, person) =>
    looksAt(tx, person, { ...page, offset: 0, limit: offset + limit }),
  )
  return found
    .flat()
    .sort(newestFirst)
    .slice(offset, offset + limit)
}

export async function countOf(
  ctx: Asking,
  persons: readonly string[],
  filter: LookFilter,
): Promise<{ total: number; organs: number }> {
  const found = await each(ctx, persons, (tx, person) => countLooks(tx, person, filter))
  return {
    total: found.reduce((sum, { total }) => sum + total, 0),
    organs: Math.max(0, ...found.map(({ organs }) => organs)),
  }
}

export const groupsOf = async (ctx: Asking, persons: readonly string[], filter: LookFilter): Promise<LookGroup[]> =>
  (await each(ctx, persons, (tx, person) => groupLooks(tx, person, filter))).flat()
