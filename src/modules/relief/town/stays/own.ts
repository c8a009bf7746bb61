import { getMySelf } from '#modules/signin/contract.ts'
import { useAsk } from '#ui/query.tsx'
import { listStays } from '../../contract-stays.ts'

const EVERY_MS = 60_000

/** My own, the latest first: staff see in town what is about themselves, not whom they help. */
export function useOwnStays() {
  const me = useAsk(getMySelf, {})
  const asked = useAsk(listStays, { mine: true, limit: 20 }, { when: Boolean(me.data?.person), everyMs: EVERY_MS })
  const own = asked.data?.rows.filter(({ person }) => person.id === me.data?.person?.id)
  return { asked, own: own?.toSorted((a, b) => b.from.localeCompare(a.from)) }
}
