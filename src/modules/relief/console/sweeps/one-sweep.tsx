import { levelOf } from '#modules/places/contract.ts'
import { useScope } from '#modules/places/parts/scope.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk } from '#ui/query.tsx'
import { sweepProgress, type SweepView } from '../../contract-sweeps.ts'
import { doorText } from '../../parts/doors.ts'
import { StateBar, StateFigures } from '../figure-strip.tsx'
import { PlaceTable } from '../place-table.tsx'
import { allOf, type DoorCounts, type DoorProgress, doorsOf, DRAWN, leftOf } from './counts.ts'
import { Doors } from './doors.tsx'
import { sweepTexts as t } from './messages.ts'
import { DROPPED, useView, Views } from './views.tsx'

type OneSweepProps = { sweep: SweepView; open: boolean; onClose: () => void }

/** One list: how far it is, by place; and the doors of what is chosen. */
export function OneSweep({ sweep, open, onClose }: OneSweepProps) {
  const { place: scope } = useScope()
  // A list of one village says nothing by counties.
  const place = sweep.place.startsWith(scope) ? sweep.place : scope
  const progress = useAsk(sweepProgress, { sweep: sweep.id, place }, { everyMs: 30_000 })
  const view = useView(levelOf(place) === 'grid')
  return (
    <Shown of={progress} lines={8}>
      {(answer) => (
        <div className="sweep">
          <Figures counts={doorsOf(answer)} help={answer.rows.reduce((sum, row) => sum + row.help, 0)} />
          <Panel
            title={sweep.title}
            note={sweep.about || undefined}
            flush
            action={
              open && sweep.can.includes('close') ? (
                <button type="button" className="link" onClick={onClose}>
                  {t.close()}
                </button>
              ) : undefined
            }
          >
            <Views progress={answer} now={view} inGrid={levelOf(place) === 'grid'} />
            {view === 'places' ? (
              <ByPlace {...answer} />
            ) : (
              <Doors key={view} sweep={sweep.id} place={place} view={view} />
            )}
          </Panel>
        </div>
      )}
    </Shown>
  )
}

const Figures = ({ counts, help }: { counts: DoorCounts; help: number }) => (
  <StateFigures
    label={t.progress()}
    done={t.done()}
    of={(count) => t.ofAll({ count })}
    unit={t.unit()}
    counts={counts}
    left={leftOf(counts)}
    bar={<DoorBar counts={counts} thick />}
    text={doorText}
    states={[['open', 'soon'], ['nobody', 'soon'], ['refused', 'late'], ['moved'], ['reached']]}
    more={{ name: t.needsHelp(), value: help, tone: 'late' }}
  />
)

const DoorBar = ({ counts, thick = false }: { counts: DoorCounts; thick?: boolean }) => (
  <div className="door-bar">
    <StateBar counts={counts} drawn={DRAWN} all={allOf(counts)} thick={thick} />
  </div>
)

/** Those with the most doors left first. */
const ByPlace = ({ rows }: DoorProgress) => (
  <PlaceTable
    caption={t.byPlace()}
    rows={rows.toSorted((a, b) => leftOf(b.states) - leftOf(a.states))}
    empty={t.noDoors()}
    bar={({ states }) => <DoorBar counts={states} />}
    dropped={DROPPED}
    numbers={[
      { key: 'all', title: t.all(), value: ({ total }) => total },
      { key: 'open', title: doorText('open'), value: ({ states }) => states.open, tone: 'soon' },
      { key: 'nobody', title: doorText('nobody'), value: ({ states }) => states.nobody, tone: 'soon' },
      { key: 'refused', title: doorText('refused'), value: ({ states }) => states.refused, tone: 'late' },
      { key: 'moved', title: doorText('moved'), value: ({ states }) => states.moved },
      { key: 'reached', title: doorText('reached'), value: ({ states }) => states.reached },
      { key: 'help', title: t.needsHelp(), value: ({ help }) => help, tone: 'late' },
    ]}
  />
)
