import Route from 'lucide-react/icons/route'
import { useAsk } from '#ui/query.tsx'
import { listEvacuees } from '../contract-evacuation.ts'
import { EntryCard, type EntryLine } from '../parts/entry-card.tsx'
import { bringTexts as t } from './messages.ts'
import { useHelpingLine } from './stays/entry.ts'

/** A line for each tool; each says for itself whether there is anything in it for me. */
export const ReliefEntry = () => <EntryCard lines={[useMovingLine(), useHelpingLine()]} />

/** Somebody is to be brought or taken in by me; of no more than one of them a look is noted. */
function useMovingLine(): EntryLine | null {
  const asked = useAsk(listEvacuees, { mine: true, limit: 1 })
  if (!asked.data?.rows.length) return null
  return { to: '/relief', icon: Route, tone: 'late', title: t.entry(), sub: t.entrySub() }
}
