import type { Platform } from '#kernel/platform.ts'

/**
 * The same house, in which whatever is done is undone: every transaction runs to its end and is then rolled back, so that
 * each cell of the matrix finds the rows as they were.
 */
export function undoing(p: Platform): Platform {
  const pool = new Proxy(p.db.pool, {
    get: (target, name) =>
      name === 'reserve' ? async () => backwards(await target.reserve()) : (Reflect.get(target, name) as unknown),
  })
  return { ...p, db: { ...p.db, pool, inner: unwritten(p.db.inner) } }
}

/** Looks are written without a transaction around them (kernel/audit.ts): here in one that is rolled back. */
function unwritten(inner: Platform['db']['inner']): Platform['db']['inner'] {
  const stop = new Error('undone')
  return new Proxy(inner, {
    apply: (target, _self, args: unknown[]) =>
      target
        .begin(async (tx) => {
          await (Reflect.apply(tx, undefined, args) as Promise<unknown>)
          throw stop
        })
        .catch((error: unknown) => (error === stop ? [] : Promise.reject(error as Error))),
  })
}

type Ask = (text: readonly string[]) => Promise<unknown>

function backwards<S extends (...args: never[]) => unknown>(sql: S): S {
  const ask: Ask = (text) =>
    Reflect.apply(sql, undefined, [Object.assign([...text], { raw: text })]) as Promise<unknown>
  return new Proxy(sql, {
    apply: (target, self, args: unknown[]) => {
      const [text] = Array.isArray(args[0]) ? (args[0] as unknown[]) : []
      if (text === 'commit') return undo(ask)
      if (text === 'commit and chain') return ask(['rollback and chain'])
      return Reflect.apply(target, self, args) as unknown
    },
  })
}

/** What would have failed to be committed fails here too. */
async function undo(ask: Ask): Promise<{ command: string }> {
  await ask(['select 1'])
  await ask(['rollback'])
  return { command: 'COMMIT' }
}
