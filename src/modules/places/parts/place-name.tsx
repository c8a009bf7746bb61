import { useAsk } from '#ui/query.tsx'
import { getPlace } from '../contract.ts'
import { spokenName } from './spoken.ts'

/** A place as people say it; the code until the answer is here. */
export function PlaceName({ code }: { code: string }) {
  const asked = useAsk(getPlace, { code })
  const text = asked.data ? spokenName(asked.data.path) : code
  return <span title={text}>{text}</span>
}
