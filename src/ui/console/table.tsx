import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { consoleTexts as t } from './messages.ts'

export type Column<T> = {
  key: string
  title: string
  width?: number | string
  end?: boolean
  cell: (row: T) => ReactNode
}

type TableProps<T> = {
  /** Read aloud, not shown. */
  caption: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  keyOf: (row: T) => string
  nameOf?: (row: T) => string
  /** The row that the keyboard stands on, or that is open beside the table. */
  active?: string | undefined
  onOpen?: (row: T) => void
  chosen?: ReadonlySet<string>
  onChosen?: (chosen: ReadonlySet<string>) => void
  empty?: ReactNode
}

/** Rows of 38 px under a heading that stays. A click opens a row; the first cell holds a link or button for the keyboard. */
export function Table<T>(props: TableProps<T>) {
  const { caption, columns, rows, keyOf, empty } = props
  if (rows.length === 0 && empty) return empty
  return (
    <section className="table-box" aria-label={caption} {...(props.onOpen || props.onChosen ? {} : { tabIndex: 0 })}>
      <table className="table">
        <caption className="unseen">{caption}</caption>
        <colgroup>
          {props.onChosen && <col style={{ width: 40 }} />}
          {columns.map(({ key, width }) => (
            <col key={key} style={{ width }} />
          ))}
        </colgroup>
        <Heading {...props} />
        <tbody>
          {rows.map((row) => (
            <Line key={keyOf(row)} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Heading<T>({ columns, rows, keyOf, chosen, onChosen }: TableProps<T>) {
  const all = rows.length > 0 && rows.every((row) => chosen?.has(keyOf(row)))
  return (
    <thead>
      <tr>
        {onChosen && (
          <th scope="col">
            <input
              type="checkbox"
              aria-label={t.selectAll()}
              checked={all}
              onChange={() => onChosen(new Set(all ? [] : rows.map(keyOf)))}
            />
          </th>
        )}
        {columns.map(({ key, title, end }) => (
          <th key={key} scope="col" data-end={end ? '' : undefined}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Line<T>({ row, columns, keyOf, nameOf, active, onOpen, chosen, onChosen }: TableProps<T> & { row: T }) {
  const line = useRef<HTMLTableRowElement>(null)
  const key = keyOf(row)
  const isActive = active === key
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  const toggle = () => {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    onChosen?.(next)
  }
  const clicked = (event: React.MouseEvent) => {
    const own = event.target instanceof Element && event.target.closest('a, button, input, label')
    if (!own && !window.getSelection()?.toString()) onOpen?.(row)
  }
  return (
    <tr
      ref={line}
      onClick={onOpen ? clicked : undefined}
      data-active={isActive ? '' : undefined}
      data-opens={onOpen ? '' : undefined}
      data-chosen={chosen?.has(key) ? '' : undefined}
    >
      {onChosen && (
        <td>
          <input
            type="checkbox"
            aria-label={t.selectRow({ name: nameOf?.(row) ?? key })}
            checked={chosen?.has(key) ?? false}
            onChange={toggle}
          />
        </td>
      )}
      {columns.map(({ key: column, cell, end }) => (
        <td key={column} data-end={end ? '' : undefined}>
          {cell(row)}
        </td>
      ))}
    </tr>
  )
}

type MoreProps = {
  shown: number
  total?: number | null | undefined
  more: boolean
  loading: boolean
  onMore: () => void
}

/** How much of a list is shown, and the next page. */
export function More({ shown, total, more, loading, onMore }: MoreProps) {
  // An empty list says so itself.
  if (shown === 0 && !more) return null
  return (
    <footer className="table-foot">
      <span role="status">
        {typeof total === 'number'
          ? t.shownOf({ shown, total })
          : more
            ? t.shownMore({ shown })
            : t.shownAll({ shown })}
      </span>
      {more && (
        <button type="button" className="quiet" disabled={loading} onClick={onMore}>
          {t.more()}
        </button>
      )}
    </footer>
  )
}
