import type { PayloadOf } from '#kernel/contract.ts'
import type { ReactionContext } from '#kernel/platform.ts'
import { type NoticeKind, notify } from '#modules/notices/api.ts'
import type { caseMoved } from './contract.ts'
import { cityOf } from './routing.ts'
import { type Case, findCase } from './store.ts'
import { indexWords, stepsOf } from './store-parts.ts'
import { gramsOf, searchable } from './words.ts'

type Moved = PayloadOf<typeof caseMoved>

/** New cases become searchable a moment later, so that the report itself does not pay for it. */
export async function index(ctx: ReactionContext, moved: Moved): Promise<void> {
  if (moved.action !== 'report') return
  const found = await findCase(ctx.tx, moved.id)
  if (found) await indexWords(ctx.tx, found.id, gramsOf(searchable(found)), searchable(found))
}

/** Which notice an action sends to the desk, and which to the reporter. */
const TO_DESK: Partial<Record<Moved['action'], NoticeKind>> = {
  assign: 'case_assigned',
  climb: 'case_climbed',
  skip: 'case_climbed',
  sendBack: 'case_sent_back',
  warn: 'case_warn',
  overdue: 'case_overdue',
  handle: 'case_handled',
  reopen: 'case_reopened',
}
const TO_REPORTER: Partial<Record<Moved['action'], NoticeKind>> = {
  report: 'report_received',
  accept: 'case_accepted',
  answer: 'case_answer',
  extend: 'case_answer',
  verify: 'case_please_confirm',
  lapse: 'case_closed_silently',
  decline: 'case_declined',
  merge: 'case_merged',
}

export async function tell(ctx: ReactionContext, moved: Moved): Promise<void> {
  const deskKind = TO_DESK[moved.action]
  const reporterKind = moved.reporter ? TO_REPORTER[moved.action] : undefined
  if (!deskKind && !reporterKind && moved.action !== 'skip') return
  const found = await findCase(ctx.tx, moved.id)
  if (!found) return
  const facts = {
    params: { number: found.number, title: found.title, level: moved.level },
    subject: found.id,
    place: found.place,
  }
  if (deskKind)
    for (const post of await deskPosts(ctx, moved))
      await notify(ctx, { to: { post }, kind: deskKind, urgent: found.urgent, ...facts })
  if (reporterKind && moved.reporter)
    await notify(ctx, { to: { person: moved.reporter }, kind: reporterKind, urgent: false, ...facts })
  if (moved.action === 'skip') await tellPassedOver(ctx, found, moved)
}

/** The assignee; or the office or organ that has it; a claim to be solved goes to whoever may verify it. */
async function deskPosts(ctx: ReactionContext, moved: Moved): Promise<string[]> {
  const { roster } = await cityOf(ctx.platform)
  if (moved.action === 'handle')
    return roster
      .at(moved.place.slice(0, 9), 'township_room')
      .map((h) => h.post)
      .slice(0, MOST_TOLD)
  if (moved.post) return [moved.post]
  if (moved.organ)
    return roster
      .ofOrgan(moved.organ)
      .map((h) => h.post)
      .slice(0, MOST_TOLD)
  const length = { city: 4, county: 6, township: 9, village: 12, grid: 15, microgrid: 17 }[moved.level]
  const office = roster.at(moved.place.slice(0, length)).filter((h) => OFFICE_ROLES.includes(h.role))
  return office.map((h) => h.post).slice(0, MOST_TOLD)
}
const OFFICE_ROLES = ['township_room', 'county_command', 'city_command', 'village_cadre', 'grid_worker']
/** An office hears of a case through a few of its people, not through all of them. */
const MOST_TOLD = 5

async function tellPassedOver(ctx: ReactionContext, found: Case, moved: Moved): Promise<void> {
  const { roster } = await cityOf(ctx.platform)
  const step = (await stepsOf(ctx.tx, found.id)).find((s) => s.no === moved.no)
  for (const code of step?.facts.cc ?? [])
    for (const holder of roster.at(code).slice(0, MOST_TOLD))
      await notify(ctx, {
        to: { post: holder.post },
        kind: 'case_cc',
        params: { number: found.number, title: found.title, level: moved.level },
        subject: found.id,
        urgent: false,
        place: found.place,
      })
}
