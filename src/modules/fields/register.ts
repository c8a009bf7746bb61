import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { keyOf } from '#kernel/jobs.ts'
import { run } from '#kernel/pipeline.ts'
import type { ReactionContext } from '#kernel/platform.ts'
import { SYSTEM } from '#kernel/authorise.ts'
import type { Tx } from '#kernel/tx.ts'
import { householdOf, membersOf } from '#modules/homes/api.ts'
import { correctDwelling } from '#modules/homes/contract.ts'
import { setRight } from '#modules/homes/contract-right.ts'
import { restate } from '#modules/people/contract-residents.ts'
import type { SubjectKind, Value } from './contract.ts'
import type { Register } from './contract-contests.ts'
import type { ContestRow } from './store-contests.ts'
import { findNamed } from './store-named.ts'

const wrong = (path: string, problem: string): never => refuse('invalid', { problems: [{ path, problem }] })
type Asking = { tx: Tx; now: number }
type Right = { kind: SubjectKind; subject: string; field: string; value: Value }

/**
 * What a decision means for the register, checked while whoever decides can still say more: the name of a head is a member, a size
 * is the members with who comes and without who goes. Refuses invalid.
 */
export async function registerFor(ctx: Asking, right: Right, said: Register | undefined): Promise<Register | null> {
  if (right.field === 'household.head') return headOf(ctx, right, said)
  if (right.field === 'household.size') return sizeOf(ctx, right, said)
  if (right.field === 'person.relation' && !(await householdOf(ctx.tx, right.subject, dayOf(ctx.now))))
    wrong('value', 'no_home')
  return null
}

async function headOf(ctx: Asking, { subject, value }: Right, said: Register | undefined): Promise<Register> {
  const members = await membersOf(ctx.tx, [subject], dayOf(ctx.now))
  const named = await findNamed(
    ctx.tx,
    members.map(({ person }) => person),
  )
  const meant = said?.head
    ? named.filter(({ id }) => id === said.head)
    : named.filter(({ name }) => name === String(value).trim())
  const [one, other] = meant
  if (!one) return wrong(said?.head ? 'register.head' : 'value', 'not_a_member')
  if (other) wrong('register.head', 'several')
  return { head: one.id as NonNullable<Register['head']>, leave: [], join: [] }
}

async function sizeOf(ctx: Asking, { subject, value }: Right, said: Register | undefined): Promise<Register> {
  const { leave = [], join = [] } = said ?? {}
  const members = await membersOf(ctx.tx, [subject], dayOf(ctx.now))
  if (leave.some((id) => !members.some((member) => member.id === id))) wrong('register.leave', 'not_a_member')
  const left = members.length - new Set(leave).size + join.length
  if (left !== value || left === 0) wrong('register', 'does_not_add_up')
  return { leave, join }
}

const PERSON_KINDS: Record<string, string> = {
  'person.name': 'name',
  'person.phone': 'phone',
  'person.born': 'born',
  'person.sex': 'sex',
}

/** People and homes keep these; their own commands change them, each once, under a key that is the contest's. */
export async function restateCore({ tx, now, platform }: ReactionContext, c: ContestRow): Promise<void> {
  const id = keyOf(`contest ${c.id}`)
  const send = (name: string, input: object) => run(platform, SYSTEM, name, input, { key: id, request: id })
  const value = String(c.corrected)
  const kind = PERSON_KINDS[c.field]
  if (kind) await send(restate.name, { id, person: c.subject, kind, value })
  if (c.field === 'dwelling.address') await send(correctDwelling.name, { id, dwelling: c.subject, address: value })
  if (c.field === 'dwelling.door') await send(correctDwelling.name, { id, dwelling: c.subject, door: value })
  if (c.field === 'person.relation') {
    const home = (await householdOf(tx, c.subject, dayOf(now))) ?? refuse('conflict')
    const relation = { person: home.person, is: value }
    await send(setRight.name, { household: home.household, relation, post: c.decidedBy })
  }
  if (c.kind === 'household' && c.register)
    await send(setRight.name, { household: c.subject, ...c.register, post: c.decidedBy })
}
