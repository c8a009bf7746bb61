import { type Actor, type Role, scopeOf } from './authorise.ts'
import { inScope } from './db.ts'
import { refuse } from './errors.ts'
import type { Platform } from './platform.ts'
import type { Tx } from './tx.ts'

/**
 * Breaking the glass (应急查看): for a few hours somebody of staff sees one person beyond his ordinary reach: that person's own
 * rows, in the queries of his role and of the role that sees such a person every day (`as`). Whose glass it is and until when is kept by the slice that
 * opens it; each question that comes through it names it, and each look is noted with it. Commands know nothing of it.
 */
export type Glass = { id: string; person: string; as: Role }
/** The open glass of that id, if it is this actor's and has not ended. */
export type FindGlass = (tx: Tx, actor: Actor, now: number, id: string) => Promise<Glass | undefined>

export async function lookingThrough(p: Platform, actor: Actor, now: number, id: string): Promise<Glass> {
  const find = p.slices.findGlass ?? refuse('gone', { glass: id })
  if (actor.kind !== 'staff') refuse('forbidden', { glass: id })
  return (
    (await inScope(p.db, scopeOf(actor, ['self']), (tx) => find(tx, actor, now, id))) ?? refuse('gone', { glass: id })
  )
}
