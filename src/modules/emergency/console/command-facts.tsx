import type { OutputOf } from '#kernel/contract.ts'
import { named } from '#kernel/messages.ts'
import { Shares } from '#ui/console/charts.tsx'
import { counted } from '#ui/console/figures.ts'
import { Go } from '#ui/console/go.tsx'
import { Due } from '#ui/console/moment.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk } from '#ui/query.tsx'
import { home } from '../contract.ts'
import { type Round, round } from '../parts/reports.ts'
import { powerText } from '../parts/word-messages.ts'
import { StateChip } from './report-state.tsx'
import { areaText } from './list.tsx'
import { commandTexts as t } from './command-messages.ts'
import './command-facts.css'

type Row = OutputOf<typeof home>['rows'][number]
/** What is told first in a playbook is what it is about. */
const SHOWN = 4

/** In the first row of the overview while something is in force here: what the places have told, and what is still waited for. */
export function CommandFacts() {
  const mine = useAsk(home, {}, { everyMs: 60_000 })
  return (
    <Shown of={mine} lines={2}>
      {({ rows }) => {
        const row = rows.find(({ drill }) => !drill) ?? rows[0]
        return row ? <OneInForce row={row} /> : null
      }}
    </Shown>
  )
}

function OneInForce({ row }: { row: Row }) {
  const seen = useAsk(round, { activation: row.id }, { everyMs: 60_000 })
  return (
    <div className="command-facts">
      <Shown of={seen} lines={2}>
        {(told) => (
          <>
            <Waited row={row} seen={told} />
            {told.figures.slice(0, SHOWN).map((figure) => (
              <Figure key={figure.key} figure={figure} seen={told} />
            ))}
          </>
        )}
      </Shown>
      <section className="fact">
        <h2>{row.opens.length > 0 ? t.tools() : t.area()}</h2>
        <p className="command-tools">{row.opens.length > 0 ? row.opens.map(powerText).join('、') : areaText(row)}</p>
      </section>
    </div>
  )
}

const Waited = ({ row, seen: { node, dueAt, no } }: { row: Row; seen: Round }) => (
  <section className="fact">
    <h2>
      <Go to={`/emergency/${row.id}/reports`}>{t.report({ no })}</Go>
    </h2>
    <p className="fact-number">
      {node.children.approved} <small>{t.ofPlaces({ all: node.children.all })}</small>
    </p>
    <Shares
      parts={[
        { key: 'in', name: '', value: node.children.approved, tone: 'deep' },
        { key: 'out', name: '', value: node.children.all - node.children.approved, tone: 'grey' },
      ]}
    />
    {node.state === 'approved' ? <StateChip node={node} /> : <Due dueAt={dueAt} lamp={node.late ? 'red' : 'green'} />}
  </section>
)

const Figure = ({ figure: { key, name, unit }, seen }: { figure: Round['figures'][number]; seen: Round }) => {
  const value = seen.node.figures[key]
  const before = seen.before?.[key]
  return (
    <section className="fact">
      <h2>{named(name)}</h2>
      <p className="fact-number">
        {value === undefined ? '–' : counted(value)} <small>{named(unit)}</small>
      </p>
      {before !== undefined && <p className="quiet-ink">{t.before({ n: counted(before) })}</p>}
    </section>
  )
}
