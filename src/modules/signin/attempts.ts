import { createHash } from 'node:crypto'
import { refuse } from '#kernel/errors.ts'
import type { CommandContext } from '#kernel/pipeline.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Limit } from './rules.ts'
import { countTry, forgetTries, keepCounted, takeTryBack } from './store-attempts.ts'

/**
 * Counts one try against each limit, in their order, and refuses with the seconds to wait at the first that is passed; later
 * limits then are not charged.
 */
export async function count(
  { tx, now }: { tx: Tx; now: number },
  limits: readonly Limit[],
): Promise<number | undefined> {
  for (const limit of limits) {
    const { tries, endsAt } = await countTry(tx, bucketOf(limit), now, limit.seconds)
    if (tries > limit.tries) return Math.max(1, Math.ceil((endsAt - now) / 1000))
  }
  return undefined
}

/**
 * For what may be guessed: the count stays when the command is refused, and is made before anything is compared. `take` takes
 * what has tries of its own, and its taking stays too.
 */
export async function countForGood<T>(
  ctx: CommandContext,
  limits: readonly Limit[],
  take?: () => Promise<T>,
): Promise<T | undefined> {
  const seconds = await count(ctx, limits)
  const taken = seconds === undefined ? await take?.() : undefined
  await keepCounted(ctx.tx)
  return seconds === undefined ? taken : refuse('too_many', { seconds })
}

export async function forgive(tx: Tx, limits: readonly Limit[]): Promise<void> {
  await forgetTries(tx, limits.filter((limit) => limit.forgotten).map(bucketOf))
  await takeTryBack(tx, limits.filter((limit) => !limit.forgotten).map(bucketOf))
}

const bucketOf = (limit: Limit): string => createHash('sha256').update(limit.what).digest('base64url')

export const addressOf = (ctx: CommandContext): string => ctx.sending.client?.address ?? 'unknown'
