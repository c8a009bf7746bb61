import { useAsk } from '#ui/query.tsx'
import { listStays } from '../../contract-stays.ts'

const EVERY_MS = 60_000

/** My own, the latest first: staff see in town what is about themselves, not whom they help. */
export function useOwnStays() {
  const asked = useAsk(listStays, { mine: true, limit: 20 }, { everyMs: EVERY_MS })
  const own = asked.data?.rows.filter((stay) => stay.own)
  return { asked, own: own?.toSorted((a, b) => b.from.localeCompare(a.from)) }
}
