import { millis } from '#kernel/clock.ts'
import { useAddress } from '#ui/console/address.ts'
import { counted } from '#ui/console/figures.ts'
import { When } from '#ui/console/moment.tsx'
import type { Column } from '#ui/console/table.tsx'
import { exactTime } from '#ui/console/when.ts'
import { useNow } from '#ui/now.ts'
import type { usePages } from '#ui/query.tsx'
import { span } from '#ui/time.ts'
import type { CallView, listCalls } from '../../contract-hotline.ts'
import { ToolList } from '../tool-list.tsx'
import { callTexts as t } from './messages.ts'

type Given = {
  list: ReturnType<typeof usePages<typeof listCalls>>
  rows: readonly CallView[]
  waiting: boolean
  counts: { waiting: number; urgent: number }
}

export function CallList({ list, rows, waiting, counts }: Given) {
  const [, change] = useAddress()
  const open = ({ id }: CallView): void => change({ one: id })
  return (
    <ToolList
      title={t.list()}
      note={t.seen()}
      viewsLabel={t.views()}
      views={[
        { key: 'waiting', text: `${t.waiting()} ${counted(counts.waiting)}`, none: t.noneWaiting() },
        { key: 'sorted', text: t.sorted(), none: t.noneSorted() },
      ]}
      view={waiting ? 'waiting' : 'sorted'}
      list={list}
      rows={rows}
      columns={[...columnsOf(open), waiting ? WAITS : BECAME]}
      onOpen={open}
      aside={counts.urgent > 0 && <strong className="late-number">{t.urgentOf({ count: counts.urgent })}</strong>}
    />
  )
}

const columnsOf = (onOpen: (of: CallView) => void): Column<CallView>[] => [
  {
    key: 'what',
    title: t.what(),
    cell: (row) => (
      <span className="relief-what">
        {row.urgent && (
          <span className="chip" data-tone="late">
            {t.danger()}
          </span>
        )}
        <button type="button" className="link" title={row.text} onClick={() => onOpen(row)}>
          {row.text}
        </button>
      </span>
    ),
  },
  {
    key: 'where',
    title: t.where(),
    width: 150,
    cell: ({ placeName, address }) => (
      <span title={[placeName, address].filter(Boolean).join(' · ')}>
        {placeName.split(' · ').slice(-2).join(' · ')}
      </span>
    ),
  },
  { key: 'caller', title: t.caller(), width: 82, cell: ({ caller }) => caller.name },
]

const WAITS: Column<CallView> = {
  key: 'waits',
  title: t.waits(),
  width: 92,
  cell: ({ takenAt }) => <Waited since={takenAt} />,
}
const BECAME: Column<CallView> = {
  key: 'became',
  title: t.became(),
  width: 190,
  cell: ({ became, answeredAt }) => (
    <>
      {became && t[`became_${became}`]()} <span className="quiet-ink">{answeredAt && <When at={answeredAt} />}</span>
    </>
  ),
}

function Waited({ since }: { since: string }) {
  const now = useNow()
  return <span title={exactTime(since)}>{span(now - millis(since))}</span>
}
