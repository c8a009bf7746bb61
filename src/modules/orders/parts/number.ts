import type { OrderRow } from '../contract.ts'
import { orderWords as t } from './messages.ts'

/** As it stands on letters; null as long as it was not issued. */
export const numberText = (number: OrderRow['number']): string | null => number && t.numbered(number)
