import { getMySelf } from '#modules/signin/contract.ts'
import { useAsk } from '#ui/query.tsx'
import { listPasses } from '../../contract-passes.ts'

const EVERY_MS = 60_000

export function useOwnPasses() {
  const me = useAsk(getMySelf, {})
  return useAsk(listPasses, { mine: true, limit: 50 }, { when: Boolean(me.data?.person), everyMs: EVERY_MS })
}
