import type { DoorState, DoorView } from '../contract-sweeps.ts'
import { doorWords } from './door-messages.ts'
import { helpWords } from './help-messages.ts'

/** Amber is where somebody has to go still, red who will not open; who has moved is of no concern here. */
export const TONE_OF_DOOR = {
  open: 'soon',
  nobody: 'soon',
  reached: 'done',
  refused: 'late',
  moved: 'void',
} as const satisfies Record<DoorState, string>

export const doorText = (state: DoorState): string => doorWords[state]()
export const helpNames = (help: DoorView['help']): string => help.map((one) => helpWords[one]()).join(doorWords.comma())
export const helpText = (help: DoorView['help']): string => doorWords.needs({ what: helpNames(help) })

/** Somebody has to go there once more. */
export const isLeft = ({ state }: Pick<DoorView, 'state'>): boolean => state === 'open' || state === 'nobody'
