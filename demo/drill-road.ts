import type { Actor } from '#kernel/authorise.ts'
import { HOUR_MS } from '#kernel/clock.ts'
import { ask } from '#kernel/ask.ts'
import { keyOf } from '#kernel/jobs.ts'
import { run } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Roster } from '#modules/posts/api.ts'
import type { Role } from '#modules/posts/contract.ts'
import { cast } from './cast.ts'

/** The road of the drill: each command at its own minute, by its own person. */
export const MINUTE = HOUR_MS / 60
export type City = { p: Platform; posts: Roster; start: number }
export type By = { person: string; post: string; role: string; place: string; organ: string | null }

export const atThen = (p: Platform, at: number): Platform => ({ ...p, clock: { now: () => at } })
const actorOf = ({ person, post, role, place, organ }: By): Actor => ({
  kind: 'staff',
  role,
  person,
  post,
  organ,
  place,
  session: null,
})

export function castOf({ posts }: City, who: keyof typeof cast): By {
  const holder = posts.all().find(({ person }) => person === cast[who].id)
  if (!holder) throw new Error(`${who} holds no post`)
  return holder
}

export function firstAt({ posts }: City, place: string, role: Role): By {
  const [first] = posts.at(place, role)
  if (!first) throw new Error(`no ${role} at ${place}`)
  return first
}

export function sendBy({ p, start }: City, by: By, minutes: number, name: string, input: object): Promise<unknown> {
  const key = keyOf(`demo drill ${by.person} ${name} ${minutes}`)
  return run(atThen(p, start + minutes * MINUTE), actorOf(by), name, input, { key, request: key })
}

export const askBy = ({ p, start }: City, by: By, minutes: number, name: string, input: object): Promise<unknown> =>
  ask(atThen(p, start + minutes * MINUTE), actorOf(by), name, input, keyOf(`demo drill ${name} ${minutes}`))

/** At that minute, in seconds after it: two commands of one person and name at one minute are two. */
export const after = (minutes: number, seconds: number): number => minutes + seconds / 60
