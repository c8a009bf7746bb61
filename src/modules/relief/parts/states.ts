import type { EvacueeState, EvacueeView } from '../contract-evacuation.ts'
import { movingWords } from './messages.ts'

type Sayable = EvacueeView['can'][number]

/** Red is who will not go, amber whom nobody has told; grey is of no concern here. */
export const TONE_OF_STATE = {
  listed: 'soon',
  reached: 'work',
  moving: 'work',
  arrived: 'done',
  returned: 'done',
  refused: 'late',
  elsewhere: 'void',
} as const satisfies Record<EvacueeState, string>

export const stateText = (state: EvacueeState): string => movingWords[state]()
export const sayText = (state: Sayable): string => movingWords[`say_${state}`]()

/** What usually comes after; whoever said no may still be talked round. */
const USUAL: Partial<Record<EvacueeState, Sayable>> = {
  listed: 'reached',
  reached: 'moving',
  refused: 'moving',
  moving: 'arrived',
  arrived: 'returned',
}

const NOT_GONE = new Set<EvacueeState>(['listed', 'reached', 'refused'])
/** It is safe there again before he left: nobody has to bring him anywhere. */
export const staysHome = ({ state, returnAllowed }: Pick<EvacueeView, 'state' | 'returnAllowed'>): boolean =>
  returnAllowed && NOT_GONE.has(state)

/** The one step that is a tap; undefined where nothing is left to do or to be allowed. */
export function nextOf(one: Pick<EvacueeView, 'state' | 'can' | 'returnAllowed'>): Sayable | undefined {
  const { state, can } = one
  if (staysHome(one)) return undefined
  const next = USUAL[state]
  return next && can.includes(next) ? next : undefined
}

type Counts = Record<EvacueeState, number>
export const movedOf = ({ arrived, returned }: Counts): number => arrived + returned
/** Who is still in the place and has to leave it. */
export const leftOf = ({ listed, reached, moving, refused }: Counts): number => listed + reached + moving + refused
