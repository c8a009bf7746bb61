import type { Tx } from '#kernel/tx.ts'
import type { Value } from './contract.ts'
import type { CoreKey } from './core.ts'
import type { SubjectRef } from './rows.ts'

export type CoreValue = SubjectRef & { field: string; value: Value }

/** Core values of some subjects, out of the views of people and homes. */
export const findCore = async (_tx: Tx, _subjects: readonly SubjectRef[], _keys: readonly CoreKey[]): Promise<CoreValue[]> => []
