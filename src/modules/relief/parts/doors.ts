import type { DoorState, DoorView } from '../contract-sweeps.ts'
import { doorWords } from './door-messages.ts'

/** Amber is where somebody has to go still, red who will not open; who has moved is of no concern here. */
export const TONE_OF_DOOR = {
  open: 'soon',
  nobody: 'soon',
  reached: 'done',
  refused: 'late',
  moved: 'void',
} as const satisfies Record<DoorState, string>

export const doorText = (state: DoorState): string => doorWords[state]()
export const helpText = (help: DoorView['help']): string =>
  doorWords.needs({ what: help.map((one) => doorWords[one]()).join(doorWords.comma()) })

/** Somebody has to go there once more. */
export const isLeft = ({ state }: Pick<DoorView, 'state'>): boolean => state === 'open' || state === 'nobody'
