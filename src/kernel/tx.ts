declare const opaque: unique symbol
/** A transaction. Only stores can query through it (`#kernel/sql.ts`); everybody else passes it on. */
export type Tx = { readonly [opaque]: 'tx' }
