import { secondOfDay, millis } from '#kernel/clock.ts'
import { Bars } from '#ui/console/bars.tsx'
import { Twin } from '#ui/console/charts.tsx'
import { consoleTexts as c } from '#ui/console/messages.ts'
import { Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
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
  const hour = Math.floor(secondOfDay(millis(asOf)) / 3600)
  const rows = Array.from({ length: 24 }, (_, at) => {
    const found = today.hours.find((each) => each.hour === at)
    return {
      key: String(at),
      label: c.hour({ h: at }),
      bar: found?.received ?? 0,
      line: at <= hour ? (found?.closed ?? 0) : null,
    }
  })
  return <Bars rows={rows} barName={t.received()} lineName={t.closed()} every={3} />
}

const Rows = ({ figures: { today } }: { figures: Figures }) => (
  <Table
    caption={t.today()}
    rows={today.hours}
    keyOf={({ hour }) => String(hour)}
    columns={[
      { key: 'hour', title: t.hour(), cell: ({ hour }) => c.hour({ h: hour }) },
      { key: 'received', title: t.received(), end: true, cell: ({ received }) => received },
      { key: 'closed', title: t.closed(), end: true, cell: ({ closed }) => closed },
    ]}
  />
)
