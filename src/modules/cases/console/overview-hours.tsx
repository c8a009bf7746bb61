import { Bars } from '#ui/console/bars.tsx'
import { Twin } from '#ui/console/charts.tsx'
import { consoleTexts as c } from '#ui/console/messages.ts'
import { Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { hoursUntil } from './hours.ts'
import { overviewTexts as t } from './messages.ts'
import type { Asked } from './overview-children.tsx'
import type { Figures } from './overview-facts.tsx'

/** Received as bars, closed as a line; the line ends at the present hour. */
export const Hours = ({ figures }: { figures: Asked }) => (
  <Twin
    picture={<Shown of={figures}>{(found) => <Picture figures={found} />}</Shown>}
    table={<Shown of={figures}>{(found) => <Rows figures={found} />}</Shown>}
  >
    {(toggle, shown) => (
      <Panel title={t.today()} note={t.perHour()} action={toggle} className="overview-hours">
        {shown}
      </Panel>
    )}
  </Twin>
)

function Picture({ figures: { today, asOf } }: { figures: Figures }) {
  const known = hoursUntil(today.hours, asOf)
  const rows = Array.from({ length: 24 }, (_, at) => ({
    key: String(at),
    label: c.hour({ h: at }),
    bar: known[at]?.received ?? 0,
    line: known[at]?.closed ?? null,
  }))
  return <Bars rows={rows} barName={t.received()} lineName={t.closed()} every={3} />
}

const Rows = ({ figures: { today, asOf } }: { figures: Figures }) => (
  <Table
    caption={t.today()}
    rows={hoursUntil(today.hours, asOf)}
    keyOf={({ hour }) => String(hour)}
    columns={[
      { key: 'hour', title: t.hour(), cell: ({ hour }) => c.hour({ h: hour }) },
      { key: 'received', title: t.received(), end: true, cell: ({ received }) => received },
      { key: 'closed', title: t.closed(), end: true, cell: ({ closed }) => closed },
    ]}
  />
)
