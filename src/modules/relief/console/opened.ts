import { useActing } from '#ui/console/acting.ts'
import { useAsk } from '#ui/query.tsx'
import { reliefRoom } from '../contract-room.ts'

const EVERY_MS = 60_000

/** Which tools are open at a place: by a hold of the place or of one above it. */
export function useOpened(place: string) {
  const { permissions } = useActing()
  const asked = useAsk(
    reliefRoom,
    { place },
    { everyMs: EVERY_MS, when: place !== '' && permissions.has('relief.room') },
  )
  const opened = new Set(asked.data?.open)
  return {
    asked,
    isOpen: (tool: string): boolean => opened.has(tool),
    /** Further down, where it is not open in all of the place. */
    partsOf: (tool: string) => asked.data?.below.filter((one) => one.tool === tool) ?? [],
    placeName: asked.data?.placeName ?? '',
  }
}
