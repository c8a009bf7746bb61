import { refuse } from './errors.ts'

/** Lists go on after the last row shown: a cursor holds what that row was sorted by, opaque to the caller. */
export const cursorOf = (...sortedBy: string[]): string => Buffer.from(JSON.stringify(sortedBy)).toString('base64url')

/** `size` values, or undefined for the first page; refuses what is no cursor of ours. */
export function readCursor(cursor: string | undefined, size: number): string[] | undefined {
  if (cursor === undefined) return undefined
  const held = parsed(Buffer.from(cursor, 'base64url').toString('utf8'))
  const whole = Array.isArray(held) && held.length === size && held.every((value) => typeof value === 'string')
  return whole ? (held as string[]) : refuse('invalid', { problems: [{ path: 'cursor', problem: 'not_a_cursor' }] })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Out of `limit + 1` rows: the page, and the cursor if there is more. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  sortedBy: (row: T) => string[],
): { rows: T[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: last && rows.length > limit ? cursorOf(...sortedBy(last)) : null }
}
