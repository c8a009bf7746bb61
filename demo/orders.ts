import type { Actor } from '#kernel/authorise.ts'
import { HOUR_MS, instant } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { keyOf } from '#kernel/jobs.ts'
import { run } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import { amendOrder, closeOrder, withdrawOrder } from '#modules/orders/contract-after.ts'
import { answerOrder } from '#modules/orders/contract-answers.ts'
import { draftOrder, issueOrder } from '#modules/orders/contract.ts'
import { endWarning, warn } from '#modules/orders/contract-warnings.ts'
import { type Holder, type Roster, roster } from '#modules/posts/api.ts'
import { ORDER_STORIES, type OrderStory, WARNING_STORIES } from './order-stories.ts'
import { makeRandom } from './random.ts'

/** A day of orders, down the road that everybody takes: each command at its own hour, by its own person. */
export async function loadOrders(p: Platform, now: number): Promise<void> {
  const posts = await roster(p)
  for (const story of ORDER_STORIES) await tell({ p, posts, now }, story)
  for (const warning of WARNING_STORIES) await warnOf({ p, posts, now }, warning)
}

type City = { p: Platform; posts: Roster; now: number }
const AT_ONCE = 8

async function tell({ p, posts, now }: City, story: OrderStory): Promise<void> {
  const at = now - story.ago * HOUR_MS
  const issuer = holderOf(posts, story.by)
  const id = idAt(at, story.key)
  const send = sender(p, issuer, story.key)
  await send(at, draftOrder.name, { id, ...factsOf(story, now) })
  if (story.ends === 'draft') return
  const { state } = (await send(at, issueOrder.name, { id })) as { state: string }
  // Above the budget of minutes it waits for the command's signature.
  if (state === 'proposed') return
  await answers({ p, posts, now }, story, id)
  const later = now - (story.ago / 3) * HOUR_MS
  if (story.ends === 'withdraw') await send(later, withdrawOrder.name, { id, why: story.why })
  if (story.ends === 'close') await send(later, closeOrder.name, { id })
  if (story.amended) await send(later, amendOrder.name, { id, base: 1, why: story.why, ...story.amended })
}

const factsOf = (
  { kind, title, text, purpose, basis, doneWhen, minutes, act, evidence, subject, red, audience, due }: OrderStory,
  now: number,
) => ({
  kind,
  title,
  text,
  purpose,
  basis,
  doneWhen,
  minutes,
  audience,
  act: act ?? 'do',
  evidence: evidence ?? 'none',
  subject: subject ?? null,
  red: red ?? false,
  dueAt: instant(now + due * HOUR_MS),
})

/** Each says something or nothing, by the shares of the story; a few at a time. */
async function answers({ p, posts, now }: City, story: OrderStory, id: string): Promise<void> {
  const random = makeRandom(`orders ${story.key}`)
  const words = addressed(posts, story).flatMap((holder, no) => {
    const word = story.silent?.includes(holder.person) ? undefined : drawn(story, random.int(0, 100))
    return word ? [{ holder, word, no, sooner: random.next(), number: random.int(2, 14) }] : []
  })
  for (let from = 0; from < words.length; from += AT_ONCE)
    await Promise.all(
      words.slice(from, from + AT_ONCE).map(({ holder, word, no, sooner, number }) => {
        const { state, notes, need } = word
        const at = now - story.ago * HOUR_MS * (0.4 + 0.5 * sooner)
        const what = `${story.key} ${holder.post}`
        const said = {
          note: notes?.[no % notes.length] ?? '',
          ...(need ? { need } : {}),
          ...(state === 'done' && story.evidence === 'number' ? { number } : {}),
        }
        return sender(p, holder, what)(at, answerOrder.name, { id: idAt(at, what), order: id, state, ...said })
      }),
    )
}

function drawn({ answers: all = [] }: OrderStory, drop: number) {
  let left = drop
  return all.find(({ share }) => (left -= share) < 0)
}

const LENGTHS = { city: 4, county: 6, township: 9, village: 12, grid: 15, microgrid: 17 } as const

/** Whom the rule of a story reaches. */
const addressed = (posts: Roster, { audience: { within, roles = [], levels = [] }, by }: OrderStory): Holder[] =>
  posts
    .all()
    .filter(
      ({ place, role, person }) =>
        person !== by &&
        within.some((code) => place.startsWith(code)) &&
        (roles as readonly string[]).includes(role) &&
        (levels.length === 0 || levels.some((level) => place.length === LENGTHS[level])),
    )

async function warnOf({ p, posts, now }: City, story: (typeof WARNING_STORIES)[number]): Promise<void> {
  const { key, by, from, until, ...facts } = story
  const send = sender(p, holderOf(posts, by), `warning ${key}`)
  const at = now + from * HOUR_MS
  const id = idAt(at, `warning ${key}`)
  const { hazard, grade, area, matter, measures } = facts
  const times = { startsAt: instant(at), endsAt: instant(now + until * HOUR_MS) }
  await send(at, warn.name, { id, hazard, grade, area, matter, measures, ...times })
  if ('lifted' in story) await send(now - HOUR_MS, endWarning.name, { id, reason: story.lifted })
}

// ---- the road ----------------------------------------------------------------------------------------------------------

function holderOf(posts: Roster, person: string): Holder {
  const found = posts.all().find((holder) => holder.person === person)
  if (!found) throw new Error(`nobody of the cast holds the post of ${person}`)
  return found
}

const actorOf = ({ person, post, role, place, organ }: Holder): Actor => ({
  kind: 'staff',
  role,
  person,
  post,
  organ,
  place,
  session: null,
})

/** Commands of one person about one thing, each at its own hour. */
const sender =
  (p: Platform, by: Holder, about: string) =>
  (at: number, name: string, input: object): Promise<unknown> => {
    const key = keyOf(`demo orders ${about} ${name} ${at}`)
    const then = { ...p, clock: { now: () => at } }
    return run(then, actorOf(by), name, input, { key, request: key })
  }

/** Of the hour, since the month of an order is read out of its id; the rest from the seed. */
const idAt = (at: number, what: string): string =>
  `${uuidv7(at).slice(0, 13)}-7${keyOf(`demo orders ${what}`).slice(15)}`
