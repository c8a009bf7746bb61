import Footprints from 'lucide-react/icons/footprints'
import { useAsk } from '#ui/query.tsx'
import { reliefMine } from '../../contract-mine.ts'
import type { EntryLine } from '../../parts/entry-card.tsx'
import { staysHome, TONE_OF_STATE } from '../../parts/states.ts'
import { ownMoveTexts as t } from './messages.ts'
import { isOver, ownState } from './own.ts'

/** Until one is home again. */
export function useOwnMoveLine(): EntryLine | null {
  const asked = useAsk(reliefMine, {})
  const move = asked.data?.moving.find((one) => !isOver(one))
  if (!move) return null
  const { state, shelter, returnAllowed } = move
  const to = shelter ? t.entryTo({ name: shelter.name }) : t.entryWait()
  if (staysHome(move))
    return { to: '/relief/move', icon: Footprints, tone: 'done', title: t.entryStays(), sub: t.stays() }
  return {
    to: '/relief/move',
    icon: Footprints,
    tone: returnAllowed ? 'done' : TONE_OF_STATE[state],
    title: returnAllowed ? t.entryHome() : t.entry(),
    sub: returnAllowed ? to : `${ownState(move)} · ${to}`,
  }
}
