import { type Actor, ANONYMOUS } from '#kernel/authorise.ts'
import { dayOf, instant, millis } from '#kernel/clock.ts'
import type { Platform } from '#kernel/platform.ts'
import { LIFETIMES, type SessionKind } from './rules.ts'
import { type HeldPost, type LiveSession, markSeen, moveToAnotherPost, sessionBy } from './store.ts'
import { hashToken, looksLikeToken } from './token.ts'

/**
 * Who sends a request: one indexed select, remembered for two seconds.
 *
 * Revoking is in force in this process as soon as it is committed: `distrust` makes the process ask the database about the
 * session until no answer from before the commit can be left; in other processes within the two seconds.
 */
const REMEMBERED_MS = 2000
const DISTRUSTED_MS = 10_000
const SEEN_EVERY_MS = 60_000
const MOST_REMEMBERED = 20_000

export type Known = { actor: Actor; session: { id: string; kind: SessionKind; way: LiveSession['way'] } }
type Memory = { known: Map<string, { who: Known; until: number }>; distrusted: Map<string, number> }

const memories = new WeakMap<Platform, Memory>()

export async function actorOf(p: Platform, token: string | undefined): Promise<Known | undefined> {
  if (token === undefined || !looksLikeToken(token)) return undefined
  const hash = hashToken(token)
  const key = hash.toString('base64')
  const now = p.clock.now()
  const memory = memoryOf(p)
  const remembered = memory.known.get(key)
  if (remembered && remembered.until > now && !isDistrusted(memory, remembered.who.session.id, now))
    return remembered.who
  const who = await lookUp(p, hash, now)
  if (who && !isDistrusted(memory, who.session.id, now)) remember(memory, key, who, now)
  else memory.known.delete(key)
  return who
}

/** A session was ended or its acting post changed. */
export function distrust(p: Platform, session: string): void {
  const { distrusted } = memoryOf(p)
  const now = p.clock.now()
  for (const [id, until] of distrusted) if (until <= now) distrusted.delete(id)
  distrusted.set(session, now + DISTRUSTED_MS)
}

async function lookUp(p: Platform, hash: Uint8Array, now: number): Promise<Known | undefined> {
  const found = await sessionBy(p.db, hash, now, dayOf(now))
  if (!found) return undefined
  if (now - millis(found.seenAt) >= SEEN_EVERY_MS)
    await markSeen(p.db, found.id, now, now + LIFETIMES[found.kind].idleMs)
  const held =
    found.kind === 'staff'
      ? (postIn(found) ?? (await moveToAnotherPost(p.db, found.id, found.person, dayOf(now))))
      : undefined
  return {
    actor: actorIn({ session: found.id, person: found.person }, held),
    session: { id: found.id, kind: found.kind, way: found.way },
  }
}

const postIn = ({ post, role, place, organ }: LiveSession): HeldPost | undefined =>
  post !== null && role !== null && place !== null ? { post, role, place, organ } : undefined

/** Posts are the only source of authority: who holds none is a resident here, whatever way he signed in. */
export const actorIn = (who: { session: string; person: string }, held: HeldPost | undefined): Actor =>
  held
    ? {
        kind: 'staff',
        role: held.role,
        person: who.person,
        post: held.post,
        organ: held.organ,
        place: held.place,
        session: who.session,
      }
    : { ...ANONYMOUS, kind: 'resident', role: 'resident', person: who.person, session: who.session }

const isDistrusted = (memory: Memory, session: string, now: number): boolean =>
  (memory.distrusted.get(session) ?? 0) > now

function remember({ known }: Memory, key: string, who: Known, now: number): void {
  if (known.size >= MOST_REMEMBERED) for (const [other, { until }] of known) if (until <= now) known.delete(other)
  if (known.size >= MOST_REMEMBERED) known.clear()
  known.set(key, { who, until: now + REMEMBERED_MS })
}

function memoryOf(p: Platform): Memory {
  const found = memories.get(p) ?? { known: new Map(), distrusted: new Map() }
  memories.set(p, found)
  return found
}

export const outdatedBefore = (now: number): { day: string; halfYear: string } => ({
  day: instant(now - 86_400_000),
  halfYear: instant(now - 183 * 86_400_000),
})
