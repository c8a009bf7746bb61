import type { EntryLine } from '../../parts/entry-card.tsx'
import { useOpenSomewhere } from '../../parts/opened.ts'
import { useShiftLine } from '../../parts/shift-line.ts'

export function useFieldShiftLine(): EntryLine | null {
  return useShiftLine({ to: '/relief/shifts', when: useOpenSomewhere()('relief.shifts') })
}
