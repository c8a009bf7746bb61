import type { Tx } from './tx.ts'

/** A statement for any number at once; outputs stand in the order of the inputs. */
export type Batch<I, O> = (tx: Tx, inputs: readonly I[]) => Promise<readonly O[]>

type Turn = { inputs: unknown[]; outputs: Promise<readonly unknown[]> }
const turns = new WeakMap<Tx, Map<Batch<never, unknown>, Turn>>()

/** From here on, what several ask of one batch in the same turn of the loop is one statement (gathering.ts). */
export const share = (tx: Tx): void => void turns.set(tx, new Map())

/** Asks a batch for one: alone in a transaction of one's own, with whoever else asks for the same in a shared one. */
export async function together<I, O>(tx: Tx, batch: Batch<I, O>, input: I): Promise<O> {
  const open = turns.get(tx)
  if (!open) return at(await batch(tx, [input]), 0)
  const key = batch as Batch<never, unknown>
  const turn = open.get(key) ?? opened(tx, open, key)
  const index = turn.inputs.push(input) - 1
  return at((await turn.outputs) as readonly O[], index)
}

function opened(tx: Tx, open: Map<Batch<never, unknown>, Turn>, batch: Batch<never, unknown>): Turn {
  const inputs: unknown[] = []
  const outputs = new Promise((resolve) => setImmediate(resolve)).then(() => {
    open.delete(batch)
    return batch(tx, inputs as never[])
  })
  const turn = { inputs, outputs }
  open.set(batch, turn)
  return turn
}

function at<O>(outputs: readonly O[], index: number): O {
  if (index >= outputs.length) throw new Error('a batch answers each of its inputs')
  return outputs[index] as O
}
