/**
 * How long the rows of each table are kept and why; a gate finds tables without a declaration. `by` is the column that age is
 * counted by, and then the house removes what is due (sweeping.ts); or in words who does.
 */
export type Retention = Record<
  string,
  { keep: `${number} ${'hours' | 'days' | 'months' | 'years'}` | 'always'; why: string; by?: string }
>

/** The kernel's own tables. */
export const kernelRetention = {
  'kernel.record': {
    keep: '10 years',
    why: 'who did and read what: at least six months by law (网络安全法 21), ten years for queries about persons',
    by: 'kernel/record-months.ts: a month that has been kept so long leaves the table, when its seals were recomputed one last time',
  },
  'kernel.put_away': { keep: 'always', why: 'which seals can no longer be recomputed; holds no personal data' },
  'kernel.seal': { keep: 'always', why: 'the chain is worth nothing with a gap; holds no personal data' },
  'kernel.anchor': { keep: 'always', why: 'what was published of the chain' },
  'kernel.command': {
    keep: '90 days',
    why: 'answers to repeated commands; a phone may have been without a network for weeks',
  },
  'kernel.outbox': { keep: '30 days', why: 'gone when delivered; dead letters stay until a person decides' },
  'kernel.hold': { keep: 'always', why: 'powers that were used, for review' },
  'kernel.job': { keep: 'always', why: 'one row a job' },
} satisfies Retention
