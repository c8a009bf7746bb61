import { useParams } from '@tanstack/react-router'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { useAddress } from '#ui/console/address.ts'
import { Go } from '#ui/console/go.tsx'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { type Column, Table } from '#ui/console/table.tsx'
import { useAsk } from '#ui/query.tsx'
import { type Band, getActivation } from '../contract.ts'
import { reportWords as t } from '../parts/report-messages.ts'
import { type ReportNode, type Round, round } from '../parts/reports.ts'
import { ReportActs, type ReportAct } from './report-acts.tsx'
import { StateChip, type Which } from './report-state.tsx'
import { ReportOwn } from './report-own.tsx'
import { ReportTrend } from './report-trend.tsx'
import { emergencyTexts } from './messages.ts'
import './reports.css'

/** Situation reports of one emergency: a node and those below it in one round, and the curve over the rounds. */
export function ReportsPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const activation = id as Band['id']
  const [{ place, round: no }] = useAddress()
  const one = useAsk(getActivation, { id: activation })
  const found = useAsk(
    round,
    { activation, ...(place ? { place: place as never } : {}), ...(no ? { no: Number(no) } : {}) },
    { everyMs: 60_000 },
  )
  const [act, setAct] = useState<ReportAct>()
  const which: Which = { activation, place: found.data?.node.place ?? '', no: found.data?.no ?? 1 }
  return (
    <Page title={t.title()} trail={<Trail id={id} number={one.data?.number} round={found.data} />} className="page-fit">
      <Shown of={found} lines={12}>
        {(seen) => (
          <>
            <div className="situation">
              <ReportOwn
                key={`${which.place} ${which.no} ${seen.node.toldAt}`}
                seen={seen}
                which={which}
                onAct={setAct}
              />
              <Below seen={seen} onAct={setAct} />
              <ReportTrend seen={seen} which={which} />
            </div>
            <ReportActs act={act} seen={seen} which={which} onClose={() => setAct(undefined)} />
          </>
        )}
      </Shown>
    </Page>
  )
}

const Trail = ({ id, number, round: seen }: { id: string; number: string | undefined; round: Round | undefined }) => (
  <nav className="trail" aria-label={emergencyTexts.title()}>
    <Go to={`/emergency/${id}`}>{number ?? emergencyTexts.title()}</Go>
    <ChevronRight size={14} aria-hidden />
    <span>{seen?.node.placeName}</span>
  </nav>
)

function Below({ seen, onAct }: { seen: Round; onAct: (act: ReportAct) => void }) {
  const { node, children } = seen
  return (
    <Panel
      title={t.below()}
      note={children.length > 0 && t.belowOf({ approved: node.children.approved, all: node.children.all })}
      className="situation-below"
      flush
    >
      <Table
        caption={t.below()}
        columns={columnsOf(seen, onAct)}
        rows={children}
        keyOf={({ place }) => place}
        empty={<Empty text={t.noneBelow()} />}
      />
    </Panel>
  )
}

function columnsOf({ figures, no }: Round, onAct: (act: ReportAct) => void): Column<ReportNode>[] {
  return [
    { key: 'place', title: t.place(), width: 136, cell: (child) => <Child child={child} no={no} /> },
    { key: 'state', title: t.state(), width: 118, cell: (child) => <StateChip node={child} /> },
    ...figures.map(({ key, name }): Column<ReportNode> => ({
      key,
      title: named(name),
      end: true,
      cell: (child) => child.figures[key] ?? <span className="quiet-ink">–</span>,
    })),
    {
      key: 'act',
      title: t.act(),
      width: 92,
      cell: (child) =>
        child.can.includes('giveBack') && (
          <button type="button" className="link" onClick={() => onAct({ kind: 'giveBack', node: child })}>
            {t.giveBack()}
            <span className="unseen"> {child.placeName}</span>
          </button>
        ),
    },
  ]
}

/** A village has nothing below it that reports. */
const Child = ({ child, no }: { child: ReportNode; no: number }) => (
  <Go to="." search={{ place: child.place, round: String(no) }}>
    {child.placeName}
    {child.children.all > 0 && (
      <span className="quiet-ink"> {t.belowOf({ approved: child.children.approved, all: child.children.all })}</span>
    )}
  </Go>
)
