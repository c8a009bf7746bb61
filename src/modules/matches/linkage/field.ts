/**
 * What a comparison is made of. Nothing here knows persons: the same engine links villagers by our fields and the labelled
 * sets of the bench by theirs.
 */
export type Field<R> = {
  name: string
  /** From 'differs' to 'the same'; a comparison answers one of them. */
  levels: readonly string[]
  /** Index into `levels`; undefined when one of the two says nothing, which speaks neither for nor against. */
  compare: (a: R, b: R) => number | undefined
  /** Values whose rarity weighs: two 占 agree on more than two 王. What both have counts where the top level was reached. */
  terms?: (record: R) => readonly string[]
  /** How two of one family compare, to begin learning from: they share a door and a surname and are not one person. */
  amongKin?: readonly number[]
  /** What is known beforehand: one person's two records reach a level at most this often, whatever the data suggest. */
  atMost?: readonly number[]
}

/** One way by which two records may come to be compared at all. */
export type Pass<R> = {
  name: string
  keys: (record: R) => readonly string[]
  /** A block with too many is sorted by this, and only near neighbours are compared. */
  order: (record: R) => string
}
