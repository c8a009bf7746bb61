import { dayOf } from '#kernel/clock.ts'
import type { Day } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import type { CommandContext } from '#kernel/pipeline.ts'
import { postHandedOver, postsChanged } from './contract.ts'
import { notPast, permitFilling, stillHeldOn } from './rules.ts'
import { endHeld, insertHandOver, insertPost, lockPost } from './store-change.ts'
import type { HeldPost } from './store.ts'

/** A post, and who holds it from the day on. */
export type Passing = { seat: string; person: string; newId: string }
export type Passed = { was: HeldPost; became: HeldPost }

/**
 * Many posts change hands on one day, in the caller's transaction: all end before any begins, so that people who change places
 * never hold two posts of which one excludes the other. The rules of a single hand-over hold for each.
 */
export async function passPosts(
  ctx: CommandContext,
  moves: readonly Passing[],
  { day, note }: { day: Day; note: string },
): Promise<Passed[]> {
  notPast('day', day, dayOf(ctx.now))
  const passed: Passed[] = []
  for (const { seat, person, newId } of moves.toSorted((a, b) => (a.seat < b.seat ? -1 : 1))) {
    const was = await lockPost(ctx.tx, seat)
    stillHeldOn(was, day)
    permitFilling(ctx.actor, was.role, [was.person, person])
    if (was.person === person) refuse('same_person', { post: seat })
    await endHeld(ctx.tx, { id: seat, day, by: ctx.actor.person, why: note })
    passed.push({ was, became: { ...was, id: newId, person, name: '', from: day > was.from ? day : was.from } })
  }
  for (const each of passed) await begin(ctx, each, note)
  ctx.platform.cache.drop('posts.')
  return passed
}

async function begin(ctx: CommandContext, { was, became }: Passed, note: string): Promise<void> {
  await insertPost(ctx.tx, { ...became, by: ctx.actor.person })
  const told = became.from <= dayOf(ctx.now)
  const { place } = was
  await insertHandOver(ctx.tx, {
    was: was.id,
    became: became.id,
    place,
    day: became.from,
    note,
    by: ctx.actor.person,
    now: ctx.now,
    told,
  })
  ctx.concerns(was.person, became.person)
  ctx.emit(postsChanged, was.id, place, { post: was.id, place })
  ctx.emit(postsChanged, became.id, place, { post: became.id, place })
  if (told) ctx.emit(postHandedOver, was.id, place, { from: was.id, to: became.id, place })
}
