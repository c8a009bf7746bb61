import type { Tx } from '#kernel/tx.ts'
import { differences } from './store-figures.ts'

/** Villages and classes whose counters do not equal a recount; none when all is well. */
export const recount = (tx: Tx): Promise<{ village: string; class: string }[]> => differences(tx)

/** Open cases that lie on posts; inside the scope of the transaction. */
export { openOfPosts, workIn } from './store-parts.ts'

/** A report within another command: the caller has permitted it, and says whose report it is. */
export { fileReport } from './commands-report.ts'
/** Photos: of what came from a phone and waits for a decision; taken up by something else than a case; and let go again. */
export { filesWait, letFilesGo, takeFiles } from './store-files.ts'
/** Number, state and public answer of single cases, past row-level security: for those who were there when they were told. */
export { type Outcome, outcomesOf } from './store-outcome.ts'
