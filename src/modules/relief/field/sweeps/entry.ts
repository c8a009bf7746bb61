import DoorClosed from 'lucide-react/icons/door-closed'
import type { EntryLine } from '../../parts/entry-card.tsx'
import { useRoom } from '../room.ts'
import { knockTexts as t } from './messages.ts'

/** Doors of my place at which nobody was met, or that wait for help. */
export function useSweepLine(): EntryLine | null {
  const room = useRoom()
  if (!room?.isOpen('relief.sweeps') || room.doors.left + room.doors.help === 0) return null
  const { left, help } = room.doors
  return {
    to: '/relief/sweeps',
    icon: DoorClosed,
    tone: help > 0 ? 'late' : 'soon',
    title: left > 0 ? t.entry({ count: left }) : t.entryHelp({ count: help }),
    sub: left > 0 && help > 0 ? t.entryHelp({ count: help }) : t.entrySub(),
  }
}
