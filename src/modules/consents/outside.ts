import { createHash } from 'node:crypto'
import { type Actor, ANONYMOUS, WHOLE } from '#kernel/authorise.ts'
import { inScope } from '#kernel/db.ts'
import { refuse } from '#kernel/errors.ts'
import type { Platform } from '#kernel/platform.ts'
import { kindOfNumber, readNumber, tokenOfNumber } from '#modules/people/api.ts'
import { askedBy } from './store-outside.ts'

/** So that a credential is known by its looks: in a log, in a repository, at the front door. */
export const TOKEN = 'opx_'
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
export const isOutsideToken = (token: string): boolean => /^opx_[\w-]{43}$/.test(token)

/** The keyed digest by which a number is found; what is no number of any document finds nobody. */
export function tokenOfCode(code: string): Buffer {
  const kind = kindOfNumber(code)
  return tokenOfNumber(kind ?? 'none', (kind && readNumber(kind, code)) ?? code)
}

/**
 * Who asks with the credential of an outside system. It has the acts that the credential names and nothing that is everybody's
 * (authorise.ts). Its limit a minute is counted beside its credential, so that it holds however many processes answer.
 */
export async function outsideActor(p: Platform, token: string): Promise<Actor | undefined> {
  const found = await inScope(p.db, WHOLE, (tx) => askedBy(tx, hashOf(token), p.clock.now()))
  if (!found) return undefined
  if (found.counted > found.perMinute) refuse('too_many', { perMinute: found.perMinute })
  return { ...ANONYMOUS, kind: 'outside', role: 'outside_system', organ: found.id, may: found.may }
}
