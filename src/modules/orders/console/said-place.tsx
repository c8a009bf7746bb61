import { getPlace } from '#modules/places/contract.ts'
import { spokenName } from '#modules/places/parts/spoken.ts'
import { useAsk } from '#ui/query.tsx'

/** A place as people say it; a city or county has nothing to leave out. */
export function useSaidPlace(code: string): string {
  const { data } = useAsk(getPlace, { code })
  return data ? spokenName(data.path) || data.place.name : code
}

export const SaidPlace = ({ code }: { code: string }) => <>{useSaidPlace(code)}</>
