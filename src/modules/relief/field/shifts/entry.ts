import type { EntryLine } from '../../parts/entry-card.tsx'
import { useOpenTool } from '../../parts/opened.ts'
import { useShiftLine } from '../../parts/shift-line.ts'

export function useFieldShiftLine(): EntryLine | null {
  return useShiftLine({ to: '/relief/shifts', when: useOpenTool('relief.shifts') ?? false })
}
