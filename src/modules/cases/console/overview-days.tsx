import { Bars } from '#ui/console/bars.tsx'
import { Twin } from '#ui/console/charts.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { overviewTexts as t } from './messages.ts'
import type { Asked } from './overview-children.tsx'
import type { Figures } from './overview-facts.tsx'

/** Received and closed, day by day over a month. */
export const Days = ({ figures }: { figures: Asked }) => (
  <Twin
    picture={<Shown of={figures}>{({ days }) => <Picture days={days} />}</Shown>}
    table={<Shown of={figures}>{({ days }) => <Rows days={days} />}</Shown>}
  >
    {(toggle, shown) => (
      <Panel title={t.month()} note={t.perDay()} action={toggle}>
        {shown}
      </Panel>
    )}
  </Twin>
)

const Picture = ({ days }: { days: Figures['days'] }) => (
  <Bars
    rows={days.map(({ day, received, closed }) => ({ key: day, label: day.slice(5), bar: received, line: closed }))}
    barName={t.received()}
    lineName={t.closed()}
    every={7}
  />
)

const Rows = ({ days }: { days: Figures['days'] }) => (
  <Table
    caption={t.month()}
    rows={days.toReversed()}
    keyOf={({ day }) => day}
    columns={[
      { key: 'day', title: t.day(), cell: ({ day }) => day },
      { key: 'received', title: t.received(), end: true, cell: ({ received }) => received },
      { key: 'closed', title: t.closed(), end: true, cell: ({ closed }) => closed },
    ]}
  />
)
