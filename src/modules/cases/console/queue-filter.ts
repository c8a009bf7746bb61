import { z } from 'zod'
import type { Address } from '#ui/console/address.ts'
import { keep, readKept } from '#ui/kept.ts'
import { CaseFilter, SORTS } from '../contract.ts'
import { queueTexts as t } from './messages.ts'

export type View = { key: string; name: string; address: Record<string, string> }

/** The usual questions, each an address. The first is what one sees without asking. */
export const views = (): View[] => [
  { key: 'mine', name: t.mine(), address: { mine: 'true', open: 'true', sort: 'due' } },
  { key: 'late', name: t.late(), address: { late: 'true', sort: 'due' } },
  { key: 'soon', name: t.soon(), address: { dueSoon: 'true', sort: 'due' } },
  { key: 'bounced', name: t.bounced(), address: { bounced: 'true', open: 'true' } },
  { key: 'reopened', name: t.reopened(), address: { reopened: 'true', open: 'true' } },
  { key: 'open', name: t.open(), address: { open: 'true' } },
  { key: 'closed', name: t.closed(), address: { open: 'false' } },
]

const FLAGS = ['open', 'late', 'dueSoon', 'reopened', 'bounced', 'mine'] as const
const WORDS = ['place', 'class', 'kind', 'level', 'channel', 'text', 'from', 'to'] as const
const Filter = z.object({ ...CaseFilter, sort: z.enum(SORTS) }).partial()
export type Filter = z.infer<typeof Filter>

/** What the address asks for; parts that make no sense fall away. */
export function filterOf(address: Address): Filter {
  const flags = FLAGS.flatMap((flag) =>
    address[flag] === 'true' || address[flag] === 'false' ? [[flag, address[flag] === 'true'] as const] : [],
  )
  const words = WORDS.flatMap((word) => (address[word] ? [[word, address[word]] as const] : []))
  const states = address['state'] ? [['states', [address['state']]] as const] : []
  const sort = address['sort'] ? [['sort', address['sort']] as const] : []
  const sane = [...flags, ...words, ...states, ...sort].filter(
    ([key, value]) => Filter.safeParse({ [key]: value }).success,
  )
  return Filter.parse(Object.fromEntries(sane))
}

export const isEmpty = (address: Address): boolean =>
  Object.keys(filterOf(address)).every((key) => key === 'place' || key === 'sort')

/** Whether an address says the same as a view; place and words narrow it further and do not count. */
export function sameView(view: View, address: Address): boolean {
  const { place: _place, text: _text, ...shown } = filterOf(address)
  return JSON.stringify(sorted(filterOf(view.address))) === JSON.stringify(sorted(shown))
}

const sorted = (filter: Filter): [string, unknown][] => Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1))

const KEPT = 'console.views'
export const ownViews = (): View[] => readKept<View[]>(KEPT, [])
export const keepViews = (all: readonly View[]): boolean => keep(KEPT, all)
