import ClipboardCheck from 'lucide-react/icons/clipboard-check'
import type { EntryLine } from '../../parts/entry-card.tsx'
import { useRoom } from '../room.ts'
import { lineTexts as t } from './messages.ts'

/** People of my place on a list who were not met yet. */
export function useCheckLine(): EntryLine | null {
  const room = useRoom()
  if (!room?.isOpen('relief.checks') || room.lines.left === 0) return null
  return {
    to: '/relief/checks',
    icon: ClipboardCheck,
    tone: 'soon',
    title: t.entry({ count: room.lines.left }),
    sub: t.entrySub(),
  }
}
