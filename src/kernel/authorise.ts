import { instant } from './clock.ts'
import { refuse } from './errors.ts'

/**
 * Authority: grants x permission x place; the default is no. A grant says how far a role reaches with one permission:
 *   place   rows whose place lies in the subtree of the post's place (a prefix range, so an index range)
 *   organ   rows whose organ is the post's own organ, inside that range
 *   self    rows about or for the actor: the same person or the acting post
 *   secret  rows whose secret the actor knows (reports made without an account)
 *   any     every row: public lists, and acts that create something
 * The same table generates the row-level security policies (policies.ts), the second belt.
 */
export type Reach = 'place' | 'organ' | 'self' | 'secret' | 'any'
export type Permission = string
export type Role = string
export type Grants = Record<Permission, Partial<Record<Role, Reach | readonly Reach[]>>>

export type Actor = {
  /** `outside`: another register's system, which has what its own credential names and nothing that is everybody's. */
  kind: 'staff' | 'resident' | 'anonymous' | 'system' | 'outside'
  role: Role
  person: string | null
  post: string | null
  organ: string | null
  /** Place code of the acting post; null for residents and strangers, '' for the system. */
  place: string | null
  session: string | null
  /** Of an outside system: the permissions of its credential. */
  may?: readonly Permission[]
}

/** `resident` and `anonymous` are roles too; `staff` stands for every post, `everyone` for all. */

/** What a row offers for the check; absent facts never match. */
export type Where = {
  place?: string | null
  organ?: string | null
  person?: string | null
  post?: string | null
  token?: string | null
}

/** The ranges and identities a transaction may see; handed to PostgreSQL and to every store. */
export type Scope = {
  lo: string
  hi: string
  organ: string
  person: string
  post: string
  token: string
  /**
   * The instant of the question, when what was written under a hold is shown only as long as what it was held for goes on
   * (policies.ts, `within`); absent: also afterwards.
   */
  at?: string
}

export const NOBODY: Scope = { lo: '~', hi: '', organ: '', person: '', post: '', token: '' }
export const WHOLE: Scope = { ...NOBODY, lo: '', hi: '~' }

export const ANONYMOUS: Actor = {
  kind: 'anonymous',
  role: 'anonymous',
  person: null,
  post: null,
  organ: null,
  place: null,
  session: null,
}
export const SYSTEM: Actor = { ...ANONYMOUS, kind: 'system', role: 'system', place: '' }

export function reachesOf(grants: Grants, permission: Permission, actor: Actor): readonly Reach[] {
  if (actor.kind === 'system') return ['any']
  const granted = grants[permission] ?? {}
  if (actor.kind === 'outside')
    return granted[actor.role] === 'any' && (actor.may?.includes(permission) ?? false) ? ['any'] : []
  const reach = granted[actor.role] ?? (actor.kind === 'staff' ? granted.staff : undefined) ?? granted.everyone
  return reach === undefined ? [] : typeof reach === 'string' ? [reach] : reach
}

/** Place codes are prefixes of their subtree's; '~' sorts after every digit. */
export const subtree = (code: string): { lo: string; hi: string } => ({ lo: code, hi: `${code}~` })

export function scopeOf(actor: Actor, reaches: readonly Reach[], token = ''): Scope {
  if (reaches.includes('any')) return { ...WHOLE, person: actor.person ?? '', post: actor.post ?? '', token }
  let scope = NOBODY
  if (actor.place !== null && reaches.includes('place')) scope = { ...scope, ...subtree(actor.place) }
  else if (actor.place !== null && actor.organ && reaches.includes('organ'))
    scope = { ...scope, ...subtree(actor.place), organ: actor.organ }
  if (reaches.includes('self')) scope = { ...scope, person: actor.person ?? '', post: actor.post ?? '' }
  if (reaches.includes('secret')) scope = { ...scope, token }
  return scope
}

/** What is over is left to the house, which counts and destroys it, and to questions and commands that are about that. */
export const asOf = (scope: Scope, { kind }: Actor, now: number): Scope =>
  kind === 'system' ? scope : { ...scope, at: instant(now) }

/** Whether a row lies inside a scope: the same sentence that the policies say in SQL. */
export function covers(scope: Scope, where: Where): boolean {
  const place = where.place ?? null
  const inRange =
    place !== null && place >= scope.lo && place < scope.hi && (scope.organ === '' || where.organ === scope.organ)
  return (
    inRange ||
    (scope.person !== '' && where.person === scope.person) ||
    (scope.post !== '' && where.post === scope.post) ||
    (scope.token !== '' && where.token === scope.token)
  )
}

/** Refuses unless the grants let this actor do this to that row. */
export function permit(reaches: readonly Reach[], scope: Scope, permission: Permission, where: Where): void {
  if (reaches.includes('any') || covers(scope, where)) return
  refuse('forbidden', { permission })
}
