import { getPlace } from '#modules/places/contract.ts'
import { spokenName } from '#modules/places/parts/spoken.ts'
import { useAsk } from '#ui/query.tsx'

/** A grid as people say it; the code until the answer is here. */
export function PlaceName({ code }: { code: string }) {
  const asked = useAsk(getPlace, { code })
  const text = asked.data ? spokenName(asked.data.path) : code
  return <span title={text}>{text}</span>
}
