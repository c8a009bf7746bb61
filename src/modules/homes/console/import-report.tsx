import { Segmented } from 'antd'
import { useState } from 'react'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { More, Table } from '#ui/console/table.tsx'
import { usePages } from '#ui/query.tsx'
import { type Import, type ImportRow, importReport } from '../contract-import.ts'
import { importWords, keyWord, outcomeWord, saidWord } from '../import-messages.ts'
import { importTexts as t } from './import-messages.ts'

const SHOWS = ['all', 'new', 'known', 'double', 'fault', 'remarks'] as const
type Show = (typeof SHOWS)[number]
const TONE = { new: 'done', known: 'work', double: 'soon', fault: 'late' } as const

type ReportProps = { list: Import; chosen: ReadonlySet<string>; onChosen: (chosen: ReadonlySet<string>) => void }

/** Every row of the list: what happens with it, and why. Values are masked as they stand in the report. */
export function Report({ list, chosen, onChosen }: ReportProps) {
  const [show, setShow] = useState<Show>('all')
  const checked = list.counts !== null
  const rows = usePages(importReport, { id: list.id, show, limit: 100 }, { when: checked })
  const { counts } = list
  const count: Record<Show, number> = {
    all: counts?.rows ?? 0,
    new: counts?.new ?? 0,
    known: counts?.known ?? 0,
    double: counts?.double ?? 0,
    fault: counts?.fault ?? 0,
    remarks: (counts?.notes ?? 0) + (counts?.fault ?? 0),
  }
  return (
    <Panel
      title={t.report()}
      note={list.state === 'checked' ? t.reportNote() : undefined}
      action={
        counts && (
          <span className="quiet-ink">
            {t.newHomes({ households: counts.households, dwellings: counts.dwellings })}
          </span>
        )
      }
      flush
      className="import-report"
    >
      <div className="filters list-filters">
        <Segmented
          name="show"
          aria-label={t.show()}
          value={show}
          onChange={setShow}
          options={SHOWS.map((key) => ({ value: key, label: `${t[`show_${key}`]()} ${count[key]}` }))}
        />
      </div>
      {checked ? (
        <Shown of={{ ...rows, data: rows.first }} lines={12}>
          {() => (
            <>
              <Table
                caption={t.report()}
                rows={rows.rows}
                keyOf={({ line }) => String(line)}
                nameOf={({ line }) => String(line)}
                empty={<Empty text={t.noRows()} />}
                {...(list.state === 'checked' ? { chosen, onChosen } : {})}
                columns={[
                  { key: 'line', title: t.line(), width: 64, end: true, cell: ({ line }) => line },
                  { key: 'name', title: t.person(), width: 110, cell: ({ name }) => name || '—' },
                  { key: 'outcome', title: t.outcome(), width: 170, cell: (row) => <Outcome row={row} /> },
                  { key: 'remarks', title: t.remarks(), cell: (row) => <Remarks row={row} /> },
                ]}
              />
              <More
                shown={rows.rows.length}
                total={count[show]}
                more={rows.hasNextPage}
                loading={rows.isFetchingNextPage}
                onMore={() => void rows.fetchNextPage()}
              />
            </>
          )}
        </Shown>
      ) : (
        <Empty text={t.reportNote()} />
      )}
    </Panel>
  )
}

const Outcome = ({ row: { outcome, written } }: { row: ImportRow }) => (
  <span className="chip" data-tone={TONE[outcome]}>
    {written ? importWords.written() : outcomeWord(outcome)}
  </span>
)

const Remarks = ({ row: { remarks } }: { row: ImportRow }) =>
  remarks.length === 0 ? null : (
    <ul className="import-remarks">
      {remarks.map(({ key, said, shown, line }) => (
        <li key={`${key} ${said}`}>
          <strong>{keyWord(key)}</strong>
          {shown && <code>{shown}</code>}
          <span>{saidWord(said)}</span>
          {line !== undefined && <span className="quiet-ink">{importWords.seeLine({ line })}</span>}
        </li>
      ))}
    </ul>
  )
