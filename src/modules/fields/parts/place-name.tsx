import { getPlace } from '#modules/places/contract.ts'
import { useAsk } from '#ui/query.tsx'

/** The code is what is held; its name is what people know. */
export function PlaceName({ code }: { code: string }) {
  const asked = useAsk(getPlace, { code })
  return <>{asked.data?.place.name ?? code}</>
}
