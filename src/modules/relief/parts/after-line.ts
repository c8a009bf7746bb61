import { instant } from '#kernel/clock.ts'
import { checkLines, type LineState } from '../contract-checks.ts'
import { changeRows } from './change-rows.ts'

/** A line as the server will show it the next time. */
export const showLine = (line: string, { state, note, at }: { state: LineState; note: string; at: number }): void =>
  changeRows(checkLines, (row) => (row.id === line ? { ...row, state, note, saidAt: instant(at) } : row))

/** It has closed at a place: nothing more can be said of its lines. */
export const showLinesClosed = (place: string): void =>
  changeRows(checkLines, (row) => (row.place === place ? { ...row, can: [] } : row))
