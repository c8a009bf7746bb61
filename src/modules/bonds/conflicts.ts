import type { Day } from '#kernel/clock.ts'
import type { Finding } from './contract-rotation.ts'
import type { ConflictWeights } from './levers.ts'

/** What is known about a successor and the post that he is to take over. */
export type ConflictFacts = {
  seat: { id: string; place: string; organ: string | null; role: string }
  person: { id: string; name: string }
  /** Households in which the successor lives or lived last, with their place. */
  homes: readonly { household: string; place: string }[]
  /** Posts of those who live with him. */
  relatives: readonly { person: string; place: string; organ: string | null }[]
  /** All posts the successor has or had. */
  offices: readonly { post: string; place: string; organ: string | null; role: string; from: Day; to: Day | null }[]
  /** Organs that are firms, of those named here. */
  firms: ReadonlySet<string>
  /** What the post answers for. */
  targets: readonly { kind: string; id: string | null; place: string }[]
}

type Rule = (facts: ConflictFacts, day: Day, years: number) => string[]

const yearsBefore = (day: Day, years: number): Day => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`

const RULE: Record<Finding['rule'], Rule> = {
  own_household: ({ homes, targets }) =>
    homes
      .filter(({ household }) => targets.some(({ kind, id }) => kind === 'household' && id === household))
      .map(({ place }) => place),
  home_grid: ({ seat, homes }) =>
    homes.filter(({ place }) => seat.place.length >= 15 && place.startsWith(seat.place)).map(({ place }) => place),
  relative_in_office: ({ seat, relatives, person }) =>
    relatives
      .filter((one) => one.person !== person.id && one.place === seat.place && one.organ === seat.organ)
      .map(({ place }) => place),
  own_firm: ({ offices, firms, targets, seat }) => {
    const own = new Set(offices.flatMap(({ organ, to }) => (organ && to === null && firms.has(organ) ? [organ] : [])))
    const answersFor = targets.flatMap(({ kind, id }) => (kind === 'organ' && id ? [id] : []))
    return [...new Set([...answersFor, ...(seat.organ ? [seat.organ] : [])])].filter((organ) => own.has(organ))
  },
  former_office: ({ seat, offices }, day, years) =>
    offices
      .filter(
        ({ place, organ, role, to }) =>
          place === seat.place &&
          organ === seat.organ &&
          role === seat.role &&
          to !== null &&
          to <= day &&
          to >= yearsBefore(day, years),
      )
      .map(({ to }) => to ?? day),
}

/** Every rule over every move; what is switched off is not looked for. */
export function conflictsOf(facts: ConflictFacts, day: Day, { weights, formerYears }: ConflictWeights): Finding[] {
  return Object.entries(RULE).flatMap(([key, rule]) => {
    const name = key as Finding['rule']
    const weight = weights[name]
    if (weight === undefined || weight === 'off') return []
    const [fact] = rule(facts, day, formerYears)
    return fact === undefined
      ? []
      : [{ seat: facts.seat.id as Finding['seat'], name: facts.person.name, rule: name, weight, fact }]
  })
}

/** Posts that somebody leaves for another one and that nobody takes over. */
export function abandonedOf(moves: readonly { seat: string; from: string | null }[]): string[] {
  const taken = new Set(moves.map(({ seat }) => seat))
  return moves.flatMap(({ from }) => (from !== null && !taken.has(from) ? [from] : []))
}

/** What a list of moves may not say twice: a post taken by two, left for two, or one new post for two. */
export function repeatedIn(moves: readonly { seat: string; from: string | null; newId: string }[]): string[] {
  const twice = (all: readonly (string | null)[]): string[] => [
    ...new Set(all.filter((one): one is string => one !== null && all.indexOf(one) !== all.lastIndexOf(one))),
  ]
  return [
    ...twice(moves.map(({ seat }) => seat)),
    ...twice(moves.map(({ from }) => from)),
    ...twice(moves.map(({ newId }) => newId)),
  ]
}
