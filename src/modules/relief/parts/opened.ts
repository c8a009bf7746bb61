import { useAsk } from '#ui/query.tsx'
import { openTools } from '../contract-open.ts'

/** Whether a tool is open at a place or somewhere below it, or anywhere; undefined until that is known. Also for who does not see the room. */
export function useOpenTool(tool: `relief.${string}`, place?: string): boolean | undefined {
  const { data } = useAsk(openTools, place ? { place } : {}, { everyMs: 60_000 })
  return data?.rows.some((row) => row.tool === tool)
}
