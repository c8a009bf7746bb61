import type { OutputOf } from '#kernel/contract.ts'
import type { reliefMine } from '../../contract-mine.ts'
import { stateText } from '../../parts/states.ts'
import { ownMoveTexts as t } from './messages.ts'

export type OwnMove = OutputOf<typeof reliefMine>['moving'][number]

/** Nothing is left to do, or it was not I who was at home. */
export const isOver = ({ state }: OwnMove): boolean => state === 'returned' || state === 'elsewhere'

/** Whoever reads it has been told, whether a worker was at the door yet or not. */
export const ownState = ({ state }: OwnMove): string =>
  state === 'listed' || state === 'reached' ? t.asked() : stateText(state)
