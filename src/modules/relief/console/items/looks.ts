import { counted } from '#ui/console/figures.ts'
import type { ItemState, ItemView } from '../../contract-requisition.ts'
import { itemTexts as t } from './messages.ts'

export const yuan = (n: number): string => t.yuan({ n: counted(n) })
export const stateText = (state: ItemState): string => (state === 'owed' ? t.owedState() : t[state]())
/** Amber is what is still owed to somebody. */
export const TONE = { held: 'work', owed: 'soon', settled: 'done' } as const satisfies Record<ItemState, string>

export const ownerOf = ({ owner: { person, organ } }: Pick<ItemView, 'owner'>): string =>
  person?.name ?? organ?.name ?? ''
export const quantityOf = ({ quantity, unit }: Pick<ItemView, 'quantity' | 'unit'>): string =>
  `${counted(quantity)} ${unit}`
/** Receipts of an exercise have a series of their own. */
export const isExercise = ({ number }: Pick<ItemView, 'number'>): boolean => number.includes('-D')
