import { ancestorAt } from '#modules/places/contract.ts'
import { getMe } from '#modules/people/contract.ts'
import { useAsk } from '#ui/query.tsx'
import type { EntryLine } from '../../parts/entry-card.tsx'
import { useOpenTool } from '../../parts/opened.ts'
import { useShiftLine } from '../../parts/shift-line.ts'

/** For volunteers, while shifts are open somewhere; around where somebody lives, if that is known. */
export function useTownShiftLine(): EntryLine | null {
  const open = useOpenTool('relief.shifts') ?? false
  const me = useAsk(getMe, {}, { when: open })
  const home = me.data?.homePlace
  const place = home ? ancestorAt(home, 'county') : undefined
  return useShiftLine({ to: '/relief/shifts', place, when: open && me.data !== undefined })
}
