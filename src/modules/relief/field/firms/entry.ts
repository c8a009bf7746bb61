import Factory from 'lucide-react/icons/factory'
import { levelOf } from '#modules/places/contract.ts'
import type { EntryLine } from '../../parts/entry-card.tsx'
import { useRoom } from '../room.ts'
import { fieldFirmTexts as t } from './messages.ts'

/** A firm stands at a village or above it: a grid does not speak for it. */
export function useFirmLine(): EntryLine | null {
  const room = useRoom()
  if (!room?.isOpen('relief.firms') || levelOf(room.place) === 'grid') return null
  const { problems } = room
  return {
    to: '/relief/firms',
    icon: Factory,
    tone: problems > 0 ? 'soon' : 'work',
    title: problems > 0 ? t.entry() : t.entryCalls(),
    sub: problems > 0 ? t.entrySub({ count: problems }) : t.entryNone(),
  }
}
