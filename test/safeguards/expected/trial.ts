import type { RefusalCode } from '#kernel/errors.ts'
import { type Player, STAFF, type StaffRole } from '../players.ts'
import type { Scene } from '../scene.ts'

/**
 * What must come back, said by hand for each contract and not taken from the grants: `staff` may do it to the rows of the
 * stage, whoever of the same role stands elsewhere gets `far`, everybody else of staff gets `otherwise`. A list that shows
 * none of the rows it was asked for is `empty`.
 */
export type Outcome = 'answers' | 'empty' | RefusalCode
type Columns = Partial<Record<StaffRole, Outcome>>
export type Trial = {
  /** Tells apart several trials of one contract. */
  what: string
  input: (s: Scene, who: Player) => Record<string, unknown>
  sees: (answer: never, s: Scene, who: Player) => boolean
  expected: (who: Player) => Outcome
}
type Said = {
  what?: string
  input?: Trial['input'] | Record<string, unknown>
  staff?: readonly StaffRole[]
  but?: Columns
  otherwise?: Outcome
  far?: Outcome
  farBut?: Columns
  /** Another department of the same county: inside the place, outside the organ. */
  beside?: Outcome
  /** The resident whom the row concerns, and another. */
  resident?: Outcome
  other?: Outcome
  stranger?: Outcome
  sees?: Trial['sees']
}

export const EVERYBODY = STAFF
export const NOBODY: readonly StaffRole[] = []

export function trial(s: Said): Trial {
  const {
    staff = NOBODY,
    otherwise = 'forbidden',
    far = 'forbidden',
    resident = 'forbidden',
    stranger = 'unauthenticated',
  } = s
  const near = (role: StaffRole): Outcome => s.but?.[role] ?? (staff.includes(role) ? 'answers' : otherwise)
  const away = (role: StaffRole): Outcome =>
    s.farBut?.[role] ?? (staff.includes(role) || s.but?.[role] ? far : otherwise)
  return {
    what: s.what ?? '',
    input: typeof s.input === 'function' ? s.input : () => (s.input ?? {}) as Record<string, unknown>,
    sees: s.sees ?? (() => true),
    expected(who) {
      if (who.role === 'anonymous') return stranger
      if (who.role === 'resident') return who.side === 'near' ? resident : (s.other ?? resident)
      if (who.beside && s.beside) return s.beside
      return who.side === 'near' ? near(who.role) : away(who.role)
    },
  }
}

/** Open to strangers too. */
export const open = (input: Said['input'] = {}): Trial[] => [
  trial({ input, staff: EVERYBODY, far: 'answers', resident: 'answers', stranger: 'answers' }),
]
/** Everybody who is signed in, about himself; `mine` says what only the near ones find. */
export const oneself = (s: Said = {}): Trial[] => [
  trial({ staff: EVERYBODY, far: 'answers', resident: 'answers', ...s }),
]
/** The house alone. */
export const nobody = (input: Said['input'] = {}): Trial[] => [trial({ input })]

/** A list that shows a row with this id. */
export const shows =
  (pick: (s: Scene, who: Player) => string): Trial['sees'] =>
  (answer: { rows: { id: string }[] }, s, who) =>
    answer.rows.some((row) => row.id === pick(s, who))
export type Expected = Record<string, Trial[]>
