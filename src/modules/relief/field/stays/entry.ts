import House from 'lucide-react/icons/house'
import { useAsk } from '#ui/query.tsx'
import { listStays } from '../../contract-stays.ts'
import type { EntryLine } from '../../parts/entry-card.tsx'
import { helpingTexts as t } from './messages.ts'

/** Somebody at home waits for me, or is helped by me; of one of them a look is noted. */
export function useHelpingLine(): EntryLine | null {
  const waiting = useAsk(listStays, { mine: true, live: true, waiting: true, limit: 1 })
  const waits = Boolean(waiting.data?.rows.length)
  const all = useAsk(listStays, { mine: true, live: true, limit: 1 }, { when: waiting.data !== undefined && !waits })
  if (!waits && !all.data?.rows.length) return null
  return {
    to: '/relief/stays',
    icon: House,
    tone: waits ? 'late' : 'work',
    title: waits ? t.entryWaits() : t.entry(),
    sub: t.entrySub(),
  }
}
