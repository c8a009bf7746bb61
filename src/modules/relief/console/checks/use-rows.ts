import { useState } from 'react'
import { newId } from '#ui/call.ts'
import type { CheckView, LineRefusal } from '../../contract-checks.ts'
import { faultOfRow, type Row } from './rows.ts'

type Refused = { line: string; why: LineRefusal }

/** The lines on the desk. They live as long as the page: a list of people is kept nowhere but where it belongs. */
export function useRows(kind: CheckView['kind']) {
  const [rows, setRows] = useState<readonly Row[]>([])
  const ready = rows.filter((row) => !faultOfRow(kind, row))
  return {
    rows,
    ready,
    faulty: rows.length - ready.length,
    take: (more: readonly Row[]) => setRows((was) => [...was, ...more]),
    /** A line that is changed is a new one: the server has not looked at it yet. */
    change: (id: string, to: Partial<Row>) =>
      setRows((was) =>
        was.map((row) => {
          if (row.id !== id) return row
          const { refused: _refused, ...rest } = row
          return { ...rest, ...to, mended: true as const, ...(row.refused ? { id: newId() } : {}) }
        }),
      ),
    drop: (id: string) => setRows((was) => was.filter((row) => row.id !== id)),
    /** What was taken leaves the desk; what was refused stays, with the reason. */
    answered: (sent: readonly Row[], refused: readonly Refused[]) =>
      setRows((was) => {
        const why = new Map(refused.map((one) => [one.line, one.why]))
        const gone = new Set(sent.map(({ id }) => id).filter((id) => !why.has(id)))
        return was
          .filter(({ id }) => !gone.has(id))
          .map((row) => {
            const because = why.get(row.id)
            const { mended: _mended, ...rest } = row
            return because ? { ...rest, refused: because } : row
          })
      }),
  }
}
