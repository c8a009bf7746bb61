import PackageOpen from 'lucide-react/icons/package-open'
import { useAsk } from '#ui/query.tsx'
import { listItems } from '../../contract-requisition.ts'
import type { EntryLine } from '../../parts/entry-card.tsx'
import { ownItemTexts as t } from './messages.ts'

/** As long as something of mine is not back or not paid for, in ordinary times too. */
export function useOwnItemLine(): EntryLine | null {
  const asked = useAsk(listItems, { mine: true, limit: 50 })
  const rows = asked.data?.rows ?? []
  const one = rows.find(({ state }) => state === 'owed') ?? rows.find(({ state }) => state === 'held')
  if (!one) return null
  const { number } = one
  return {
    to: '/relief/items',
    icon: PackageOpen,
    tone: one.state === 'owed' ? 'soon' : 'work',
    title: t.entry(),
    sub: one.state === 'owed' ? t.entryOwed({ number }) : t.entryHeld({ number }),
  }
}
