import type { z } from 'zod'
import { useAddress } from '#ui/console/address.ts'
import { counted } from '#ui/console/figures.ts'
import type { sweepDoors } from '../../contract-sweeps.ts'
import { doorText } from '../../parts/doors.ts'
import { ViewButtons } from '../view-buttons.tsx'
import { type DoorProgress, doorsOf, leftOf } from './counts.ts'
import { sweepTexts as t } from './messages.ts'

type Only = Pick<z.input<typeof sweepDoors.input>, 'left' | 'state' | 'help'>
/** Which doors a view asks for. */
export const ONLY = {
  all: {},
  left: { left: true },
  help: { help: 'waiting' },
  answered: { help: 'answered' },
  refused: { state: 'refused' },
  moved: { state: 'moved' },
} as const satisfies Record<string, Only>
export type DoorsView = keyof typeof ONLY
type View = 'places' | DoorsView
const VIEWS: readonly View[] = ['places', 'left', 'help', 'answered', 'refused', 'moved', 'all']

/** A view is of the list, not of the place, so one keeps it on the way down. */
export const DROPPED: readonly string[] = []

/** By place until one chooses; in a grid there are only doors. */
export function useView(inGrid: boolean): View {
  const [address] = useAddress()
  const view = VIEWS.find((one) => one === address['view']) ?? 'places'
  return inGrid && view === 'places' ? 'left' : view
}

export function Views({ progress, now, inGrid }: { progress: DoorProgress; now: View; inGrid: boolean }) {
  const counts = doorsOf(progress)
  const help = progress.rows.reduce((sum, row) => sum + row.help, 0)
  const names: Record<View, string> = {
    places: t.byPlace(),
    left: `${t.residual()} ${counted(leftOf(counts))}`,
    help: `${t.needsHelp()} ${counted(help)}`,
    answered: t.answered(),
    refused: `${doorText('refused')} ${counted(counts.refused)}`,
    moved: `${doorText('moved')} ${counted(counts.moved)}`,
    all: t.all(),
  }
  const views = VIEWS.filter((view) => !(inGrid && view === 'places'))
  return (
    <ViewButtons
      label={t.views()}
      now={now}
      usual={inGrid ? 'left' : 'places'}
      views={views.map((key) => ({ key, text: names[key] }))}
    />
  )
}
