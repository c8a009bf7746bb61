import type { OutputOf, Query } from '#kernel/contract.ts'
import { queries } from '#ui/query.tsx'

type Rows<R> = { rows: R[] }
type RowOf<Q extends Query> = OutputOf<Q> extends Rows<infer R> ? R : never

/** Changes the rows of lists at hand as the server would show them: to ask again would be another look at everybody on them. */
export function changeRows<Q extends Query>(query: Q, make: (row: RowOf<Q>) => RowOf<Q>): void {
  const made = (page: Rows<RowOf<Q>>) => ({ ...page, rows: page.rows.map(make) })
  queries.setQueriesData<{ pages: Rows<RowOf<Q>>[] } | Rows<RowOf<Q>>>({ queryKey: [query.name] }, (held) =>
    held === undefined ? held : 'pages' in held ? { ...held, pages: held.pages.map(made) } : made(held),
  )
}
