import { named } from '#kernel/messages.ts'
import { State } from '#ui/kit/badge.tsx'
import { Card } from '#ui/kit/card.tsx'
import { GoButton } from '#ui/kit/button.tsx'
import { Progress } from '#ui/kit/steps.tsx'
import { useAsk } from '#ui/query.tsx'
import { followCase, type PublicCase } from '../contract.ts'
import { toneOf } from '../parts/looks.ts'
import type { Kept } from './drafts.ts'
import { homeTexts, stateWords, stationTexts } from './home-messages.ts'
import { stationsOf } from './stations.ts'

type Head = Pick<PublicCase, 'title' | 'kindName' | 'state' | 'desk'>

/** A report in short: what, who has it, how far. */
export const ReportCard = ({ head, to, name }: { head: Head | undefined; to: string; name: string }) => (
  <Card>
    <div className="case-head">
      <div>
        <h3 className="row-title">{head?.title ?? name}</h3>
        <p className="quiet">{head ? `${named(head.kindName)} · ${head.desk}` : ''}</p>
      </div>
      <GoButton look={head?.state === 'confirming' ? 'primary' : 'soft'} to={to}>
        {head?.state === 'confirming' ? homeTexts.please() : homeTexts.open()}
        <span className="unseen"> {head?.title ?? name}</span>
      </GoButton>
    </div>
    {head && <Progress label={stationTexts.stations()} stations={stationsOf(head.state)} />}
    {head && <State tone={toneOf[head.state]} text={stateWords[head.state]()} />}
  </Card>
)

/** Reports made on this phone; each is asked for with its own secret. */
export const KeptList = ({ reports }: { reports: readonly Kept[] }) => (
  <div className="stack">
    {reports.slice(0, SHOWN).map((report) => (
      <KeptCard key={report.id} report={report} />
    ))}
  </div>
)
const SHOWN = 20

function KeptCard({ report }: { report: Kept }) {
  const asked = useAsk(followCase, { number: report.number, secret: report.secret })
  return <ReportCard head={asked.data} name={report.title} to={`/follow/${report.number}`} />
}
