import type { Actor } from '#kernel/authorise.ts'
import type { Day } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { levelOf } from '#modules/places/contract.ts'
import { ADMIN_ROLES, type Role } from './contract.ts'

export const isAdministrator = (role: Role): boolean => ADMIN_ROLES.some((one) => one === role)

/**
 * Which posts an administrator fills, empties and hands over, inside the reach of the grants: a system administrator the
 * ordinary ones, the city's security administrator those of administrators. An auditor none.
 */
export function fills(actor: Pick<Actor, 'kind' | 'role' | 'place'>, role: Role): boolean {
  if (actor.kind === 'system') return true
  if (isAdministrator(role)) return actor.role === 'security_admin' && levelOf(actor.place ?? '') === 'city'
  return actor.role === 'system_admin'
}

/** Nobody decides about posts of one's own. */
export function permitFilling(actor: Actor, role: Role, persons: readonly string[]): void {
  if (!fills(actor, role)) refuse('forbidden', { role })
  if (actor.person !== null && persons.includes(actor.person)) refuse('same_person')
}

/** What is past is a fact: authority is neither given nor taken back then. */
export function notPast(path: string, day: Day, today: Day): void {
  if (day < today) refuse('invalid', { problems: [{ path, problem: 'past' }] })
}

export function inOrder(from: Day, to: Day | null | undefined): void {
  if (to && to <= from) refuse('invalid', { problems: [{ path: 'to', problem: 'before_from' }] })
}

/** A post ends once. */
export function stillHeldOn(post: { id: string; to: Day | null }, day: Day): void {
  if (post.to !== null && post.to <= day) refuse('conflict', { post: post.id, ended: post.to })
}
