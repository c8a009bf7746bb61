import { systemClock } from '#kernel/clock.ts'
import { remember } from '../call.ts'
import { decoded, encoded, type Entry, type Vault } from './vault.ts'

/**
 * Answers that were taken along, for where there is no network. Kept is only what the server packed for this phone; an answer
 * that comes in later under the same question takes its place. Nothing else that was looked at stays on the phone.
 */
export type Carried = { tag: string; query: string; input: Record<string, unknown>; answer: unknown }
type Held = Carried & { at: number }

const FOLDER = 'answer/'
let vault: Vault | undefined
let held = new Map<string, Held>()

const questionOf = (query: string, input: Record<string, unknown>): string =>
  `${query} ${JSON.stringify(
    Object.entries(input)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )}`

/** Opens what this phone holds; whatever cannot be read any more is fetched again, since its tag is not in `have`. */
export async function openAnswers(opened: Vault): Promise<void> {
  vault = opened
  const { entries, broken } = await opened.read(FOLDER)
  held = new Map(
    entries.map(({ content }) => {
      const one = decoded<Held>(content)
      return [questionOf(one.query, one.input), one]
    }),
  )
  if (broken.length > 0) await opened.put(broken.map((name) => ({ name, content: null })))
  remember({ find, keep })
}

export function closeAnswers(): void {
  vault = undefined
  held = new Map()
  remember(undefined)
}

/** Answers a question out of what was taken along under another one; undefined: it cannot. */
type Finding = (input: Record<string, unknown>, carried: unknown) => unknown
const findings = new Map<string, { from: string; finding: Finding }>()

/** Questions that a phone finds out by itself, such as a place by any part of its name. */
export const findHere = (query: string, from: string, finding: Finding): void =>
  void findings.set(query, { from, finding })

function find(query: string, input: Record<string, unknown>): unknown {
  const exact = held.get(questionOf(query, input))
  if (exact) return exact.answer
  const how = findings.get(query)
  const carried = how && [...held.values()].find((one) => one.query === how.from)
  return carried && how.finding(input, carried.answer)
}

/** What says something else than the server packed has its tag no more, so that the next bundle brings what is packed then. */
function keep(query: string, input: Record<string, unknown>, answer: unknown): void {
  const key = questionOf(query, input)
  const was = held.get(key)
  if (!was || NOT_FROM_USE.has(query)) return
  const same = JSON.stringify(was.answer) === JSON.stringify(answer)
  const now = { ...was, tag: same ? was.tag : '', answer, at: systemClock.now() }
  held.set(key, now)
  void nameFor(key).then((name) => vault?.put([{ name, content: encoded(now) }]))
}

/** Who one is without a session would take the place of who one is on this phone. */
const NOT_FROM_USE = new Set(['signin.me'])

export const tagsHeld = (): string => [...held.values()].map(({ tag }) => tag).join('')

/** A part of what the server packed: from now on it is at hand. */
export async function takeAnswers(entries: readonly Carried[]): Promise<void> {
  const at = systemClock.now()
  const writes: Entry[] = []
  for (const entry of entries) {
    const key = questionOf(entry.query, entry.input)
    const one = { ...entry, at }
    held.set(key, one)
    writes.push({ name: await nameFor(key), content: encoded(one) })
  }
  if (writes.length > 0) await vault?.put(writes)
}

/** What is packed no more is no longer this worker's to carry. */
export async function dropOthers(named: ReadonlySet<string>): Promise<void> {
  const gone = [...held].filter(([, { tag }]) => !named.has(tag)).map(([key]) => key)
  for (const key of gone) held.delete(key)
  if (gone.length > 0)
    await vault?.put(await Promise.all(gone.map(async (key) => ({ name: await nameFor(key), content: null }))))
}

/** Names stand in the clear, so they say nothing. */
async function nameFor(question: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(question)))
  return FOLDER + Array.from(hash.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
