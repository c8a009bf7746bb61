import { useAsk } from '#ui/query.tsx'
import { listPasses } from '../../contract-passes.ts'

const EVERY_MS = 60_000

export const useOwnPasses = () => useAsk(listPasses, { mine: true, limit: 50 }, { everyMs: EVERY_MS })
