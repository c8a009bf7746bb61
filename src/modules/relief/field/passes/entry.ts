import ScanSearch from 'lucide-react/icons/scan-search'
import { getMySelf } from '#modules/signin/contract.ts'
import { useAsk } from '#ui/query.tsx'
import type { EntryLine } from '../../parts/entry-card.tsx'
import { useRoom } from '../room.ts'
import { checkpointTexts as t } from './messages.ts'

/** Where passes are in force, for whoever may ask for one. */
export function useCheckpointLine(): EntryLine | null {
  const me = useAsk(getMySelf, {})
  const room = useRoom()
  if (!room?.isOpen('relief.passes') || !me.data?.permissions.includes('relief.crossPass')) return null
  return { to: '/relief/checkpoint', icon: ScanSearch, tone: 'work', title: t.entry(), sub: t.entrySub() }
}
