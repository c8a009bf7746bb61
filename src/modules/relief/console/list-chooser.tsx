import type { ReactNode } from 'react'
import { Panel } from '#ui/console/page.tsx'

type Listed = { id: string; title: string }
type ListChooserProps<R> = {
  title: string
  rows: readonly R[]
  chosen: string
  onChoose: (id: string) => void
  chip: (row: R) => ReactNode
  /** Which share of it is done, 0 to 1. */
  done: (row: R) => number
  children: (row: R) => ReactNode
}

/** The lists of a tool, one of them chosen; each says how far it is. */
export const ListChooser = <R extends Listed>({
  title,
  rows,
  chosen,
  onChoose,
  chip,
  done,
  children,
}: ListChooserProps<R>) => (
  <Panel title={title} note={rows.length} flush className="relief-lists">
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <button type="button" aria-current={row.id === chosen ? 'true' : undefined} onClick={() => onChoose(row.id)}>
            <span className="relief-list-head">
              <strong>{row.title}</strong>
              {chip(row)}
            </span>
            <span className="relief-bar" aria-hidden>
              {done(row) > 0 && <span data-state="done" style={{ width: `${100 * done(row)}%` }} />}
            </span>
            {children(row)}
          </button>
        </li>
      ))}
    </ul>
  </Panel>
)
