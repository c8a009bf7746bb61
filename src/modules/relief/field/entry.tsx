import House from 'lucide-react/icons/house'
import Route from 'lucide-react/icons/route'
import { useAsk } from '#ui/query.tsx'
import { listEvacuees } from '../contract-evacuation.ts'
import { EntryCard, type EntryLine } from '../parts/entry-card.tsx'
import { walkInTexts as w } from '../parts/walk-in-messages.ts'
import { bringTexts as t } from './messages.ts'
import { useMyShelters } from './shelter.tsx'
import { useCheckLine } from './checks/entry.ts'
import { useSweepLine } from './sweeps/entry.ts'
import { useCheckpointLine } from './passes/entry.ts'
import { useFirmLine } from './firms/entry.ts'
import { useFieldShiftLine } from './shifts/entry.ts'
import { useHelpingLine } from './stays/entry.ts'

/** A line for each tool; each says for itself whether there is anything in it for me. */
export const ReliefEntry = () => (
  <EntryCard
    lines={[
      useMovingLine(),
      useSweepLine(),
      useCheckLine(),
      useHelpingLine(),
      useCheckpointLine(),
      useFieldShiftLine(),
      useFirmLine(),
    ]}
  />
)

/** Somebody is to be brought or taken in by me; of no more than one of them a look is noted. */
function useMovingLine(): EntryLine | null {
  const asked = useAsk(listEvacuees, { mine: true, limit: 1 })
  const shelters = useMyShelters()
  if (asked.data?.rows.length === 0 && shelters.length > 0)
    return { to: '/relief', icon: House, tone: 'work', title: w.shelters(), sub: w.entry() }
  if (!asked.data?.rows.length) return null
  return { to: '/relief', icon: Route, tone: 'late', title: t.entry(), sub: t.entrySub() }
}
