import House from 'lucide-react/icons/house'
import { millis } from '#kernel/clock.ts'
import { useNow } from '#ui/now.ts'
import { moment } from '#ui/time.ts'
import type { EntryLine } from '../../parts/entry-card.tsx'
import { openNeeds } from '../../parts/stays.ts'
import { ownStayTexts as t } from './messages.ts'
import { useOwnStays } from './own.ts'

/** As long as it goes on. */
export function useOwnStayLine(): EntryLine | null {
  const now = useNow()
  const { own = [] } = useOwnStays()
  const stay = own.find(({ endedAt, until }) => endedAt === null && millis(until) > now)
  if (!stay) return null
  const waits = openNeeds(stay).length
  return {
    to: '/relief/stay',
    icon: House,
    tone: 'work',
    title: t.entry({ when: moment(stay.until, now) }),
    sub: waits > 0 ? t.entryWaits({ count: waits }) : t.entrySub(),
  }
}
