import { levelOf } from '#modules/places/contract.ts'
import { useScope } from '#modules/places/parts/scope.tsx'
import { useAddress } from '#ui/console/address.ts'
import { counted } from '#ui/console/figures.ts'
import { Go } from '#ui/console/go.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk } from '#ui/query.tsx'
import { checkProgress, type CheckView } from '../../contract-checks.ts'
import { lineText } from '../../parts/checks.ts'
import { StateBar, StateFigures } from '../figure-strip.tsx'
import { PlaceTable } from '../place-table.tsx'
import { ViewButtons } from '../view-buttons.tsx'
import { allOf, type CheckProgress, DRAWN, leftOf, type LineCounts, linesOf } from './counts.ts'
import { Letter } from './letter.tsx'
import { Lines, ONLY, type LinesView } from './lines.tsx'
import { checkTexts as t } from './messages.ts'

type View = 'places' | 'grids' | LinesView
type OneCheckProps = { check: CheckView; open: boolean; onAct: (what: 'sign' | 'close') => void }

/** One list: what it rests on and who signed, how far it is, and its lines. */
export function OneCheck({ check, open, onAct }: OneCheckProps) {
  const { place: scope } = useScope()
  const place = check.place.startsWith(scope) ? check.place : scope
  const inGrid = levelOf(place) === 'grid'
  const [address] = useAddress()
  const views = viewsOf(check, inGrid)
  const usual: View = check.waiting > 0 ? 'waiting' : inGrid ? 'left' : 'places'
  const view = views.find((one) => one === address['view']) ?? usual
  const about = { check: check.id, place }
  const progress = useAsk(checkProgress, about, { everyMs: 30_000 })
  const grids = useAsk(checkProgress, { ...about, grids: true }, { when: view === 'grids' })
  return (
    <Shown of={progress} lines={8}>
      {(answer) => (
        <div className="check">
          <section className="panel check-head">
            <Letter of={check} />
            <Signing check={check} open={open} onAct={onAct} />
          </section>
          <Figures counts={linesOf(answer)} disputed={answer.disputed} />
          <Panel title={check.title} note={t.people({ count: counted(check.lines) })} flush>
            <ViewButtons
              label={t.views()}
              now={view}
              usual={usual}
              views={views.map((key) => ({ key, text: nameOf(key, check, answer) }))}
            />
            {view === 'places' && <ByPlace rows={answer.rows} />}
            {view === 'grids' && <Shown of={grids}>{({ rows }) => <ByPlace rows={rows} />}</Shown>}
            {view !== 'places' && view !== 'grids' && <Lines key={view} check={check.id} place={place} view={view} />}
          </Panel>
        </div>
      )}
    </Shown>
  )
}

const LINE_VIEWS = Object.keys(ONLY) as LinesView[]
const viewsOf = ({ waiting }: CheckView, inGrid: boolean): View[] => [
  ...(inGrid ? [] : (['places', 'grids'] as const)),
  ...LINE_VIEWS.filter((view) => view !== 'waiting' || waiting > 0),
]

function nameOf(view: View, { waiting }: CheckView, progress: CheckProgress): string {
  const counts = linesOf(progress)
  if (view === 'places') return t.byPlace()
  if (view === 'grids') return t.byGrid()
  return {
    waiting: `${t.waiting()} ${counted(waiting)}`,
    left: `${t.residual()} ${counted(leftOf(counts))}`,
    disputed: `${t.disputes()} ${counted(progress.disputed)}`,
    mistaken: `${lineText('mistaken')} ${counted(counts.mistaken)}`,
    refused: `${lineText('refused')} ${counted(counts.refused)}`,
    all: t.all(),
  }[view]
}

/** Who laid it and who has to sign: both in sight, and which of them is missing. */
function Signing({ check, open, onAct }: OneCheckProps) {
  const { waiting, mine, can, id } = check
  return (
    <div className="check-acts">
      {waiting > 0 && (
        <p className="check-waits" role="status">
          {t.waits({ count: counted(waiting) })}
          {mine && <strong>{t.waitsMine()}</strong>}
        </p>
      )}
      {open && (
        <div className="row wrap">
          {can.includes('sign') && (
            <button type="button" className="firm" onClick={() => onAct('sign')}>
              {t.sign()}
            </button>
          )}
          {can.includes('add') && (
            <Go to="/relief/checks/lay" search={{ check: id, place: check.place }} className="quiet">
              {t.add()}
            </Go>
          )}
          {can.includes('close') && (
            <button type="button" className="quiet" onClick={() => onAct('close')}>
              {t.close()}
            </button>
          )}
        </div>
      )}
    </div>
  )
}

const Figures = ({ counts, disputed }: { counts: LineCounts; disputed: number }) => (
  <StateFigures
    label={t.progress()}
    done={t.done()}
    of={(count) => t.ofAll({ count })}
    unit={t.unit()}
    counts={counts}
    left={leftOf(counts)}
    bar={<LineBar counts={counts} thick />}
    text={lineText}
    states={[['open', 'soon'], ['nobody', 'soon'], ['found'], ['mistaken'], ['refused', 'late']]}
    more={{ name: t.disputes(), value: disputed, tone: 'late' }}
  />
)

const LineBar = ({ counts, thick = false }: { counts: LineCounts; thick?: boolean }) => (
  <div className="line-bar">
    <StateBar counts={counts} drawn={DRAWN} all={allOf(counts)} thick={thick} />
  </div>
)

/** Those with the most people left first. */
const ByPlace = ({ rows }: Pick<CheckProgress, 'rows'>) => (
  <PlaceTable
    caption={t.byPlace()}
    rows={rows.toSorted((a, b) => leftOf(b.states) - leftOf(a.states))}
    empty={t.noLines()}
    bar={({ states }) => <LineBar counts={states} />}
    dropped={[]}
    numbers={[
      { key: 'all', title: t.all(), value: ({ total }) => total },
      { key: 'open', title: lineText('open'), value: ({ states }) => states.open, tone: 'soon' },
      { key: 'nobody', title: lineText('nobody'), value: ({ states }) => states.nobody, tone: 'soon' },
      { key: 'found', title: lineText('found'), value: ({ states }) => states.found },
      { key: 'elsewhere', title: lineText('elsewhere'), value: ({ states }) => states.elsewhere },
      { key: 'mistaken', title: lineText('mistaken'), value: ({ states }) => states.mistaken },
      { key: 'refused', title: lineText('refused'), value: ({ states }) => states.refused, tone: 'late' },
    ]}
  />
)
