import { useAddress } from '#ui/console/address.ts'
import { counted } from '#ui/console/figures.ts'
import { When } from '#ui/console/moment.tsx'
import type { Column } from '#ui/console/table.tsx'
import { exactTime } from '#ui/console/when.ts'
import { useNow } from '#ui/now.ts'
import type { usePages } from '#ui/query.tsx'
import { moment, span } from '#ui/time.ts'
import { millis } from '#kernel/clock.ts'
import type { listStays, StayView } from '../../contract-stays.ts'
import { helpWords } from '../../parts/help-messages.ts'
import { openNeeds } from '../../parts/stays.ts'
import { ToolList } from '../tool-list.tsx'
import { stayTexts as t } from './messages.ts'

export const STAY_VIEWS = ['live', 'waiting', 'over'] as const
export type StayViewKey = (typeof STAY_VIEWS)[number]
type List = ReturnType<typeof usePages<typeof listStays>>

type Given = { list: List; view: StayViewKey; counts: { live: number; waiting: number } }

export function StayList({ list, view, counts }: Given) {
  const [, change] = useAddress()
  const open = ({ id }: StayView): void => change({ one: id })
  const lacking = counts.waiting > 0 ? `${t.waiting()} · ${t.more({ count: counted(counts.waiting) })}` : t.waiting()
  return (
    <ToolList
      title={t.list()}
      note={t.seen()}
      viewsLabel={t.views()}
      views={[
        { key: 'live', text: `${t.live()} ${counted(counts.live)}`, none: t.noneLive() },
        { key: 'waiting', text: lacking, none: t.noneWaiting() },
        { key: 'over', text: t.over(), none: t.noneOver() },
      ]}
      view={view}
      list={list}
      rows={byWait(list.rows)}
      columns={columnsOf(open)}
      onOpen={open}
    />
  )
}

/** Whoever waits longest stands first, then who lacks nothing, by door. */
const byWait = (rows: readonly StayView[]): StayView[] => {
  const [waiting, others] = [rows.filter((row) => sinceOf(row)), rows.filter((row) => !sinceOf(row))]
  return [...waiting.toSorted((a, b) => sinceOf(a).localeCompare(sinceOf(b))), ...others]
}
const sinceOf = (stay: StayView): string => openNeeds(stay)[0]?.askedAt ?? ''

const columnsOf = (onOpen: (of: StayView) => void): Column<StayView>[] => [
  {
    key: 'person',
    title: t.person(),
    width: 132,
    cell: (row) => (
      <>
        <button type="button" className="link" onClick={() => onOpen(row)}>
          {row.person.name}
        </button>{' '}
        {row.person.age !== null && <span className="quiet-ink">{t.aged({ age: row.person.age })}</span>}
      </>
    ),
  },
  {
    key: 'where',
    title: t.where(),
    cell: ({ address, placeName }) => <span title={placeName}>{address || placeName}</span>,
  },
  { key: 'open', title: t.open(), width: 168, cell: (row) => <Open of={row} /> },
  { key: 'waits', title: t.waits(), width: 104, cell: (row) => <Waited of={row} /> },
  {
    key: 'helper',
    title: t.helper(),
    width: 84,
    cell: ({ helper }) => <span title={helper?.title}>{helper?.name ?? t.nobody()}</span>,
  },
  { key: 'until', title: t.until(), width: 144, cell: (row) => <Until of={row} /> },
]

function Open({ of }: { of: StayView }) {
  const open = openNeeds(of)
  const [first] = open
  if (!first) return <span className="quiet-ink">{t.nothing()}</span>
  return (
    <span title={open.map(({ text }) => text).join('；')}>
      <span className="chip" data-tone={isHealth(first.kind) ? 'late' : 'soon'}>
        {helpWords[first.kind]()}
      </span>{' '}
      {open.length > 1 ? t.more({ count: open.length }) : first.text}
    </span>
  )
}

/** What cannot wait. */
const isHealth = (kind: StayView['needs'][number]['kind']): boolean => kind === 'medicine' || kind === 'doctor'

function Waited({ of }: { of: StayView }) {
  const now = useNow()
  const since = openNeeds(of)[0]?.askedAt
  return since ? <span title={exactTime(since)}>{span(now - millis(since))}</span> : '—'
}

/** Until when it goes on; when it is over, when it ended. */
export function Until({ of: { until, endedAt } }: { of: StayView }) {
  const now = useNow()
  if (endedAt) return <When at={endedAt} />
  const past = millis(until) <= now
  return (
    <span title={exactTime(until)} className={past ? 'quiet-ink' : undefined}>
      {past ? t.past() : moment(until, now)}
    </span>
  )
}
