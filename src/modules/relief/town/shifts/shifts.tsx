import { ancestorAt } from '#modules/places/contract.ts'
import { getMe } from '#modules/people/contract.ts'
import { Loading } from '#ui/kit/answer.tsx'
import { useAsk } from '#ui/query.tsx'
import { ShiftBoard } from '../../parts/shift-board.tsx'

/** Seats for volunteers, around where somebody lives; of whom nobody knows where, in the whole city. */
export function TownShifts() {
  const me = useAsk(getMe, {})
  const home = me.data?.homePlace ?? undefined
  if (me.isPending) return <Loading />
  return <ShiftBoard up="/" place={home && ancestorAt(home, 'county')} here={home} />
}
