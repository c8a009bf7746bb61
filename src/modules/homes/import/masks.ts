import type { Key } from './keys.ts'

/** How a value stands in a report: whoever wrote the list knows it again, nobody else learns it. */
export function maskedCell(key: Key, text: string): string {
  if (text === '') return ''
  if (key === 'name') return text.slice(0, 1) + '*'.repeat(Math.min(3, Math.max(1, text.length - 1)))
  if (key === 'number') return ends(text, 2, 2)
  if (key === 'phone') return ends(text, 3, 2)
  if (key === 'born') return text.length > 4 ? `${text.slice(0, 4)}${'*'.repeat(Math.min(6, text.length - 4))}` : text
  if (key === 'address' || key === 'household') return text.slice(0, 4) + (text.length > 4 ? '…' : '')
  return text.slice(0, 30)
}

const ends = (text: string, first: number, last: number): string =>
  text.length <= first + last
    ? '*'.repeat(text.length)
    : text.slice(0, first) + '*'.repeat(Math.min(14, text.length - first - last)) + text.slice(-last)
