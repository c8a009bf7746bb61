import type { State } from '../lifecycle.ts'
import { stationTexts as t } from './home-messages.ts'

type Station = { text: string; state: 'done' | 'now' | 'ahead' }

/** How far a report is, in four stations. */
const REACHED: Record<State, number> = {
  received: 0,
  assigned: 1,
  handling: 2,
  paused: 2,
  verifying: 2,
  confirming: 3,
  confirmed: 4,
  silent: 4,
  claimed: 4,
  withdrawn: 4,
  declined: 4,
  merged: 4,
}

export function stationsOf(state: State): Station[] {
  const reached = REACHED[state]
  const last = reached === 4 ? t.ended() : t.answer()
  return [t.sent(), t.taken(), t.work(), last].map((text, at) => ({ text, state: stateAt(at, reached) }))
}

function stateAt(at: number, reached: number): Station['state'] {
  // The first station is behind one as soon as the report is in.
  if (at < reached || reached === 4 || at === 0) return 'done'
  return at === Math.max(reached, 1) ? 'now' : 'ahead'
}
