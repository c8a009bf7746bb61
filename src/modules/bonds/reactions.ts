import { dayOf } from '#kernel/clock.ts'
import type { PayloadOf } from '#kernel/contract.ts'
import { liveHolds } from '#kernel/holds.ts'
import { pull } from '#kernel/levers.ts'
import type { ReactionContext } from '#kernel/platform.ts'
import { homesChanged } from '#modules/homes/contract.ts'
import { householdMoved } from '#modules/homes/contract-arrange.ts'
import { notify } from '#modules/notices/api.ts'
import { placesSettled } from '#modules/places/contract.ts'
import { postHandedOver } from '#modules/posts/contract.ts'
import { bondsChanged } from './contract.ts'
import { fileOpened } from './contract-rotation.ts'
import { handOverClock } from './levers.ts'
import { openFiles } from './opening.ts'
import { endOfHousehold } from './store.ts'
import { followPlaces } from './store-following.ts'
import { moveBonds, moveBondsBack } from './store-moved.ts'
import { readSeats } from './store-rotation.ts'

/** One post was handed over: the same as a rotation of one, told by the event. What a rotation has moved already is left alone. */
async function follow(
  { tx, now, actor }: ReactionContext,
  { from, to, place }: PayloadOf<typeof postHandedOver>,
): Promise<void> {
  const [successor] = await readSeats(tx, [to])
  const holds = await liveHolds(tx, now)
  await openFiles(tx, [{ was: from, became: to, place, day: successor?.from ?? dayOf(now) }], {
    rotation: null,
    note: '',
    clock: (at) => pull(handOverClock, holds, at, now),
    by: { person: actor.person, post: actor.post },
    why: postHandedOver.name,
    now,
  })
}

/** Who answered for a household that is no more has room for another one. */
async function release({ tx }: ReactionContext, { household }: PayloadOf<typeof homesChanged>): Promise<void> {
  if (household) await endOfHousehold(tx, household, homesChanged.name)
}

/** Who answers for the household at its new place goes along; for the rest the door is a gap that a filling closes. */
async function goWith({ tx, now, platform }: ReactionContext, moved: PayloadOf<typeof householdMoved>): Promise<void> {
  await (moved.undone ? moveBondsBack : moveBonds)(tx, { ...moved, now })
  platform.cache.drop('bonds.')
}

async function tellSuccessor(ctx: ReactionContext, { became, place }: PayloadOf<typeof fileOpened>): Promise<void> {
  await notify(ctx, { to: { post: became }, kind: 'hand_over_open', params: {}, subject: null, urgent: false, place })
}

/** Someone answers for every door, also after villages have merged. */
async function goAlong(
  { tx, now, platform }: ReactionContext,
  { moved }: PayloadOf<typeof placesSettled>,
): Promise<void> {
  await followPlaces(tx, moved, dayOf(now), now)
  platform.cache.drop('bonds.')
}

async function forget({ platform }: ReactionContext): Promise<void> {
  platform.cache.drop('bonds.')
}

export const reactions: [string, (ctx: ReactionContext, payload: never) => Promise<void>][] = [
  [postHandedOver.name, follow],
  [homesChanged.name, release],
  [householdMoved.name, goWith],
  [fileOpened.name, tellSuccessor],
  [placesSettled.name, goAlong],
  [bondsChanged.name, forget],
]
