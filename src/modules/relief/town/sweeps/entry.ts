import DoorOpen from 'lucide-react/icons/door-open'
import { useAsk } from '#ui/query.tsx'
import { reliefMine } from '../../contract-mine.ts'
import type { EntryLine } from '../../parts/entry-card.tsx'
import { helpNames } from '../../parts/doors.ts'
import { ownDoorTexts as t } from './messages.ts'

/** Somebody called at our door; help that is waited for first. */
export function useOwnDoorLine(): EntryLine | null {
  const asked = useAsk(reliefMine, {})
  const doors = (asked.data?.doors ?? []).filter(({ state }) => state !== 'open')
  const waits = doors.find(({ help, helped }) => help.length > 0 && helped === null)
  const door = waits ?? doors[0]
  if (!door) return null
  return {
    to: '/relief/door',
    icon: DoorOpen,
    tone: waits ? 'soon' : 'done',
    title: t.entry({ title: door.title }),
    sub: waits ? t.entryWaits({ what: helpNames(waits.help) }) : t.entrySub(),
  }
}
