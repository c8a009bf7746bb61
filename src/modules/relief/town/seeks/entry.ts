import UserSearch from 'lucide-react/icons/user-search'
import { useAsk } from '#ui/query.tsx'
import { listSeeks } from '../../contract-reunification.ts'
import type { EntryLine } from '../../parts/entry-card.tsx'
import { useOpenTool } from '../../parts/opened.ts'
import { ownSeekTexts as t } from './messages.ts'

/** While entries are taken somewhere: that one can make one, and above all that there is an answer. */
export function useSeekLine(): EntryLine | null {
  const open = useOpenTool('relief.reunification') ?? false
  const mine = useAsk(listSeeks, { mine: true, limit: 50 }, { when: open })
  if (!open || !mine.data) return null
  const found = mine.data.rows.some(({ state }) => state === 'matched')
  return {
    to: '/relief/seeks',
    icon: UserSearch,
    tone: found ? 'done' : 'rights',
    title: found ? t.entryFound() : t.entry(),
    sub: found ? t.entryFoundSub() : t.entrySub(),
  }
}
