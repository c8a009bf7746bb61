import { useAsk } from '#ui/query.tsx'
import { openTools } from '../contract-open.ts'

/** Whether a tool is open at a place or somewhere below it; of nowhere in particular, anywhere. For whoever does not see the room. */
export function useOpenSomewhere(place?: string) {
  const { data } = useAsk(openTools, place ? { place } : {}, { everyMs: 60_000 })
  return (tool: string): boolean => data?.rows.some((row) => row.tool === tool) ?? false
}
