import CircleAlert from 'lucide-react/icons/circle-alert'
import { named } from '#kernel/messages.ts'
import { Due, When } from '#ui/console/moment.tsx'
import { exactTime } from '#ui/console/when.ts'
import type { Column } from '#ui/console/table.tsx'
import { Go } from '#ui/console/go.tsx'
import { levelTexts } from '#ui/messages.ts'
import type { CaseRow } from '../contract.ts'
import { stateText, toneOf } from '../parts/looks.ts'
import { overviewTexts as o, queueTexts as t } from './messages.ts'
import { numberText } from '../parts/number.ts'

export const StateChip = ({ row }: { row: Pick<CaseRow, 'state'> }) => (
  <span className="chip" data-tone={toneOf[row.state]}>
    {stateText(row.state)}
  </span>
)

/** What is unusual about a case, in words. */
export const Marks = ({ row }: { row: Pick<CaseRow, 'urgent' | 'bounced' | 'reopened'> }) => (
  <>
    {row.urgent && (
      <span className="chip" data-tone="late">
        {o.urgent()}
      </span>
    )}
    {row.bounced > 0 && (
      <span className="chip" data-tone="soon">
        {o.bouncedTimes({ count: row.bounced })}
      </span>
    )}
    {row.reopened > 0 && (
      <span className="chip" data-tone="rights">
        {o.reopenedTimes({ count: row.reopened })}
      </span>
    )}
  </>
)

/** A case stays late once a limit has passed, also while its next clock still has time. */
export function RowDue({ row: { late, clock, dueAt } }: { row: Pick<CaseRow, 'late' | 'clock' | 'dueAt'> }) {
  if (!late || clock?.lamp === 'red') return <Due dueAt={dueAt} lamp={clock?.lamp ?? 'still'} />
  return (
    <span className="due" data-lamp="red" title={dueAt ? exactTime(dueAt) : undefined}>
      <CircleAlert size={14} aria-hidden />
      {o.pastLimit()}
    </span>
  )
}

export const columns = (): Column<CaseRow>[] => [
  {
    key: 'number',
    title: t.number(),
    width: 138,
    cell: ({ id, number }) => (
      <Go to={`/cases/${id}`} className="queue-number">
        {numberText(number)}
      </Go>
    ),
  },
  {
    key: 'what',
    title: t.what(),
    cell: (row) => (
      <span className="queue-what" title={row.title}>
        <strong className="queue-title">{row.title}</strong>
        <span className="quiet-ink">{named(row.kindName)}</span>
        <Marks row={row} />
      </span>
    ),
  },
  { key: 'where', title: t.where(), width: 218, cell: ({ placeName }) => <span title={placeName}>{placeName}</span> },
  {
    key: 'desk',
    title: t.desk(),
    width: 176,
    cell: ({ level, desk, assignee }) => (
      <span title={`${levelTexts[level]()} · ${desk}${assignee ? ` · ${assignee}` : ''}`}>
        {desk}
        {assignee && <span className="quiet-ink"> · {assignee}</span>}
      </span>
    ),
  },
  { key: 'state', title: t.state(), width: 112, cell: (row) => <StateChip row={row} /> },
  {
    key: 'limit',
    title: t.limit(),
    width: 164,
    cell: (row) => <RowDue row={row} />,
  },
  { key: 'received', title: t.received(), width: 136, cell: ({ receivedAt }) => <When at={receivedAt} /> },
]
