import type { Tx } from '#kernel/tx.ts'
import { differences } from './store-figures.ts'

/** Villages and classes whose counters do not equal a recount; none when all is well. */
export const recount = (tx: Tx): Promise<{ village: string; class: string }[]> => differences(tx)

/** Open cases that lie on posts; inside the scope of the transaction. */
export { type Held, openOfPosts, workIn } from './store-parts.ts'
