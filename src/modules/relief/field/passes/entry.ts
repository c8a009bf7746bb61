import ScanSearch from 'lucide-react/icons/scan-search'
import type { EntryLine } from '../../parts/entry-card.tsx'
import { useRoom } from '../room.ts'
import { checkpointTexts as t } from './messages.ts'

/** Where passes are in force; whoever reads how things stand at his place may ask for one there. */
export function useCheckpointLine(): EntryLine | null {
  const room = useRoom()
  if (!room?.isOpen('relief.passes')) return null
  return { to: '/relief/checkpoint', icon: ScanSearch, tone: 'work', title: t.entry(), sub: t.entrySub() }
}
