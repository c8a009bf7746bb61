import type { Day } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import type { CommandContext } from '#kernel/pipeline.ts'
import type { Tx } from '#kernel/tx.ts'
import { conflictsOf } from './conflicts.ts'
import type { Finding, Move } from './contract-rotation.ts'
import { conflictRules } from './levers.ts'
import { firmsAmong, readHomes, readNames, readOffices, readSeats, readTargets, type Seat } from './store-rotation.ts'

/** Who goes where: the post as it is held, and who takes it. */
export type Planned = { move: Move; seat: Seat; person: { id: string; name: string } }

export async function planOf(tx: Tx, moves: readonly Move[]): Promise<Planned[]> {
  const posts = moves.flatMap(({ seat, from }) => [seat, ...(from ? [from] : [])])
  const seats = new Map((await readSeats(tx, [...new Set<string>(posts)])).map((seat) => [seat.id, seat]))
  const newcomers = new Map(
    (
      await readNames(
        tx,
        moves.flatMap(({ person }) => person ?? []),
      )
    ).map((one) => [one.id, one]),
  )
  return moves.map((move, at) => {
    const seat =
      seats.get(move.seat) ?? refuse('not_found', { problems: [{ path: `moves.${at}.seat`, problem: 'unknown_post' }] })
    const left = move.from ? seats.get(move.from) : undefined
    const person = left ? { id: left.person, name: left.name } : newcomers.get(move.person ?? '')
    return {
      move,
      seat,
      person: person ?? refuse('not_found', { problems: [{ path: `moves.${at}.from`, problem: 'unknown_person' }] }),
    }
  })
}

/** Everything that is known and that a rule may speak of, in a few questions for all of the plan. */
export async function findingsOf(ctx: CommandContext, plan: readonly Planned[], day: Day): Promise<Finding[]> {
  const { tx } = ctx
  const persons = [...new Set(plan.map(({ person }) => person.id))]
  const homes = await readHomes(tx, persons, day)
  const relatives = new Set(homes.map(({ withWhom }) => withWhom))
  const offices = await readOffices(tx, [...new Set([...persons, ...relatives])])
  const targets = Map.groupBy(
    await readTargets(
      tx,
      plan.map(({ seat }) => seat.id),
      day,
    ),
    ({ post }) => post,
  )
  const firms = await firmsAmong(tx, [...new Set(offices.flatMap(({ organ }) => organ ?? []))])
  const moving = new Set<string>(plan.map(({ seat }) => seat.id))
  const [homesOf, officesOf] = [
    Map.groupBy(homes, ({ person }) => person),
    Map.groupBy(offices, ({ person }) => person),
  ]
  const findings: Finding[] = []
  for (const { seat, person } of plan) {
    const own = homesOf.get(person.id) ?? []
    const facts = {
      seat,
      person,
      homes: own,
      // Those who leave their post in this very rotation are no longer in the way.
      relatives: own
        .filter(({ withWhom }) => withWhom !== person.id)
        .flatMap(({ withWhom }) => officesOf.get(withWhom) ?? [])
        .filter(({ id, to }) => !moving.has(id) && (to === null || to > day)),
      offices: (officesOf.get(person.id) ?? []).map(({ id, ...office }) => ({ post: id, ...office })),
      firms,
      targets: targets.get(seat.id) ?? [],
    }
    findings.push(...conflictsOf(facts, day, await ctx.lever(conflictRules, seat.place)))
  }
  return findings
}

/** What forbids it, and what nobody gave a reason for. */
export const standing = (findings: readonly Finding[], despite: readonly { seat: string }[]): Finding[] => {
  const excused = new Set(despite.map(({ seat }) => seat))
  return findings.filter(({ weight, seat }) => weight === 'refuse' || (weight === 'warn' && !excused.has(seat)))
}
