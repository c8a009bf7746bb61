import type { PayloadOf } from '#kernel/contract.ts'
import type { Reaction, ReactionContext } from '#kernel/platform.ts'
import { addLines, answerersOf, noteDone } from '#modules/bonds/api.ts'
import { fileOpened } from '#modules/bonds/contract-rotation.ts'
import { notify } from '#modules/notices/api.ts'
import { placesSettled } from '#modules/places/contract.ts'
import { roster } from '#modules/posts/api.ts'
import { postHandedOver } from '#modules/posts/contract.ts'
import { startOfDay, dayOf, instant } from '#kernel/clock.ts'
import { meetingCalled } from './contract-days.ts'
import { visitAsked, visitRecorded } from './contract.ts'
import { findMeeting, invitedTo, moveDays } from './store-days.ts'
import { findRequest } from './store-doors.ts'
import { moveOpen, openOfPost } from './store-promises.ts'
import { moveOutings, moveProblems } from './store-outings.ts'
import { findVisit } from './store-visits.ts'
import { tellHousehold } from './telling.ts'

/** The household learns that something was noted about it, and where it reads it. */
async function tellNoted(ctx: ReactionContext, { id }: PayloadOf<typeof visitRecorded>): Promise<void> {
  const visit = await findVisit(ctx.tx, id)
  if (!visit) return
  const kind = visit.outcome === 'talked' ? 'visit_noted' : 'visit_missed'
  await tellHousehold(ctx, { ...visit, visit: visit.id, text: '' }, kind)
}

/** Whoever is bound to the household hears of its wish. */
async function tellWanted(ctx: ReactionContext, { id }: PayloadOf<typeof visitAsked>): Promise<void> {
  const wish = await findRequest(ctx.tx, id)
  if (!wish) return
  const answerers = await answerersOf(
    ctx.tx,
    { household: wish.household, dwelling: null, place: wish.place },
    dayOf(ctx.now),
  )
  const inPost = answerers.filter(({ post }) => post !== null)
  const near = inPost.filter(({ toKind }) => toKind !== 'place')
  // Nobody is bound to the very door: then all who answer for the smallest place around it.
  const around = inPost.filter(({ place }) => place === inPost[0]?.place)
  const posts = [...new Set((near.length > 0 ? near : around).flatMap(({ post }) => post ?? []))]
  for (const post of posts.slice(0, MOST_TOLD))
    await notify(ctx, {
      to: { post },
      kind: 'visit_wanted',
      params: {},
      subject: null,
      urgent: false,
      place: wish.place,
    })
}
const MOST_TOLD = 5

async function tellInvited(ctx: ReactionContext, { id }: PayloadOf<typeof meetingCalled>): Promise<void> {
  const meeting = await findMeeting(ctx.tx, id)
  if (!meeting) return
  const { title, day, place } = meeting
  const held = await roster(ctx.platform)
  for (const { post } of await invitedTo(ctx.tx, [id]))
    if (post !== meeting.post && held.get(post))
      await notify(ctx, {
        to: { post },
        kind: 'meeting_called',
        params: { title, day },
        subject: id,
        urgent: false,
        place,
      })
}

/** A word given and a problem taken on go with the post. */
async function passOn(ctx: ReactionContext, { from, to }: PayloadOf<typeof postHandedOver>): Promise<void> {
  await moveOpen(ctx.tx, from, to)
  await moveProblems(ctx.tx, from, to)
}

/** Promises stand in the file that is handed over. They may have gone to the successor already, or not yet. */
async function listPromises(ctx: ReactionContext, { file, was, became }: PayloadOf<typeof fileOpened>): Promise<void> {
  const open = await openOfPost(ctx.tx, [was, became])
  const lines = open.map(({ id, place, text, due }) => ({
    kind: 'promise' as const,
    subject: id,
    place,
    text,
    due: instant(startOfDay(due)),
  }))
  await addLines(ctx.tx, file, lines)
}

/** What is still to come goes on in the place that theirs has become. */
async function goAlong({ tx, now }: ReactionContext, { moved }: PayloadOf<typeof placesSettled>): Promise<void> {
  await moveOutings(tx, moved, dayOf(now))
  await moveDays(tx, moved, dayOf(now))
}

/** Who reports in from a department goes to doors too; what counts is the talk. */
async function countVisit({ tx }: ReactionContext, { id }: PayloadOf<typeof visitRecorded>): Promise<void> {
  const visit = await findVisit(tx, id)
  if (visit?.person && visit.outcome === 'talked')
    await noteDone(tx, { kind: 'visit', subject: id, person: visit.person, place: visit.place, at: visit.at })
}

export const reactions: [string, Reaction][] = [
  [visitRecorded.name, tellNoted],
  [visitRecorded.name, countVisit],
  [visitAsked.name, tellWanted],
  [meetingCalled.name, tellInvited],
  [postHandedOver.name, passOn],
  [fileOpened.name, listPromises],
  [placesSettled.name, goAlong],
]
