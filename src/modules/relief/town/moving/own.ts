import type { OutputOf } from '#kernel/contract.ts'
import type { reliefMine } from '../../contract-mine.ts'

export type OwnMove = OutputOf<typeof reliefMine>['moving'][number]

/** Nothing is left to do, or it was not I who was at home. */
export const isOver = ({ state }: OwnMove): boolean => state === 'returned' || state === 'elsewhere'
