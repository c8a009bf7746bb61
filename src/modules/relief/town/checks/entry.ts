import ClipboardList from 'lucide-react/icons/clipboard-list'
import { useAsk } from '#ui/query.tsx'
import { reliefMine } from '../../contract-mine.ts'
import type { EntryLine } from '../../parts/entry-card.tsx'
import { ownListTexts as t } from './messages.ts'

/** On a list, as long as it lives. */
export function useOwnListLine(): EntryLine | null {
  const asked = useAsk(reliefMine, {})
  const lines = asked.data?.lines ?? []
  const [line] = lines.filter(({ struck }) => !struck)
  const [shown] = lines
  if (!shown) return null
  return {
    to: '/relief/lists',
    icon: ClipboardList,
    tone: line ? 'rights' : 'void',
    title: line ? t.entry({ title: line.title }) : t.entryStruck({ title: shown.title }),
    sub: lines.some(({ disputeAnswer }) => disputeAnswer !== null) ? t.entryAnswered() : t.entrySub(),
  }
}
