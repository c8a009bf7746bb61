import { useAsk } from '#ui/query.tsx'
import { reliefRoom } from '../contract-room.ts'

/** How things stand at my own place: what is open, how much waits. Undefined where it is not mine to know, or not known yet. */
export function useRoom() {
  const { data } = useAsk(reliefRoom, {}, { everyMs: 60_000 })
  return data && { ...data, isOpen: (tool: string): boolean => data.open.includes(tool) }
}
