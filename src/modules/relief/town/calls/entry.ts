import PhoneCall from 'lucide-react/icons/phone-call'
import { useAsk } from '#ui/query.tsx'
import { reliefMine } from '../../contract-mine.ts'
import type { EntryLine } from '../../parts/entry-card.tsx'
import { ownCallTexts as t } from './messages.ts'

/** As long as there is a call of mine. */
export function useOwnCallLine(): EntryLine | null {
  const calls = useAsk(reliefMine, {}).data?.calls ?? []
  if (calls.length === 0) return null
  const waits = calls.some(({ became }) => became === null)
  return {
    to: '/relief/calls',
    icon: PhoneCall,
    tone: waits ? 'work' : 'done',
    title: waits ? t.entry() : t.entryAnswered(),
    sub: t.entrySub(),
  }
}
