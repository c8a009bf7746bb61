import CalendarCheck from 'lucide-react/icons/calendar-check'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { listShifts } from '../contract-shifts.ts'
import type { EntryLine } from './entry-card.tsx'
import { shiftWords as t } from './shift-messages.ts'
import { spanText } from './shift-time.ts'

type Looking = { to: string; place?: string | undefined; when?: boolean }

/** My next shift; else whether somebody is wanted near me. */
export function useShiftLine({ to, place, when = true }: Looking): EntryLine | null {
  const now = useNow()
  const mine = useAsk(listShifts, { mine: true }, { when })
  const [next] = mine.data?.rows ?? []
  const all = useAsk(listShifts, place ? { place } : {}, { when: when && mine.data !== undefined && !next })
  const count = all.data?.rows.filter(({ can }) => can.includes('claim')).length ?? 0
  const line = { to, icon: CalendarCheck }
  if (next)
    return {
      ...line,
      tone: 'work',
      title: t.entryMine(),
      sub: t.entryMineSub({ span: spanText(next, now), spot: next.spot }),
    }
  return count > 0 ? { ...line, tone: 'soon', title: t.entryWanted(), sub: t.entryWantedSub({ count }) } : null
}
