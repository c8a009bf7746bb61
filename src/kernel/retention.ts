/** How long the rows of each table are kept and why; a gate finds tables without a declaration. */
export type Retention = Record<string, { keep: `${number} ${'hours' | 'days' | 'months' | 'years'}` | 'always'; why: string; by?: string }>
