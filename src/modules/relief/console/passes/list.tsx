import { useState } from 'react'
import { useAddress } from '#ui/console/address.ts'
import { counted } from '#ui/console/figures.ts'
import type { Column } from '#ui/console/table.tsx'
import { exactTime } from '#ui/console/when.ts'
import { useNow } from '#ui/now.ts'
import type { usePages } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import type { listPasses, PassView } from '../../contract-passes.ts'
import { passWords } from '../../parts/pass-messages.ts'
import { codeText, passState, TONE_OF_PASS } from '../../parts/pass.ts'
import { ToolList } from '../tool-list.tsx'
import { passTexts as t } from './messages.ts'

type Given = {
  list: ReturnType<typeof usePages<typeof listPasses>>
  live: boolean
  counts: { live: number; crossings: number }
}

export function PassList({ list, live, counts }: Given) {
  const [, change] = useAddress()
  const [typed, setTyped] = useState('')
  const open = ({ id }: PassView): void => change({ one: id })
  const rows = list.rows
    .filter((row) => says(row, typed))
    .toSorted((a, b) => (live ? a.until.localeCompare(b.until) : b.until.localeCompare(a.until)))
  return (
    <ToolList
      title={t.list()}
      note={t.seen()}
      viewsLabel={t.views()}
      views={[
        { key: 'live', text: `${t.live()} ${counted(counts.live)}`, none: t.noneLive() },
        { key: 'over', text: t.over(), none: t.noneOver() },
      ]}
      view={live ? 'live' : 'over'}
      list={list}
      rows={rows}
      columns={columnsOf(open)}
      onOpen={open}
      aside={
        <>
          <input
            className="list-search"
            type="search"
            aria-label={t.search()}
            placeholder={t.search()}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <span className="quiet-ink relief-filters-note">{t.crossed({ count: counted(counts.crossings) })}</span>
        </>
      }
    />
  )
}

const plain = (text: string): string => text.replace(/\s/g, '').toUpperCase()
const says = ({ code, plate, person }: PassView, typed: string): boolean =>
  [code, plate ?? '', person?.name ?? ''].some((each) => plain(each).includes(plain(typed)))

const columnsOf = (onOpen: (of: PassView) => void): Column<PassView>[] => [
  {
    key: 'code',
    title: t.code(),
    width: 116,
    cell: (row) => (
      <button type="button" className="link" onClick={() => onOpen(row)}>
        <code>{codeText(row.code)}</code>
      </button>
    ),
  },
  { key: 'holder', title: t.holder(), width: 100, cell: ({ person }) => person?.name ?? '—' },
  { key: 'plate', title: t.plate(), width: 104, cell: ({ plate }) => plate ?? '—' },
  {
    key: 'reason',
    title: t.reason(),
    cell: ({ reason, why }) => (
      <span title={why}>
        {passWords[reason]()} <span className="quiet-ink">{why}</span>
      </span>
    ),
  },
  { key: 'to', title: t.to(), width: 150, cell: ({ placeName }) => <span title={placeName}>{placeName}</span> },
  { key: 'until', title: t.until(), width: 144, cell: ({ until }) => <Until at={until} /> },
  { key: 'state', title: t.state(), width: 118, cell: (row) => <PassChip of={row} /> },
]

function Until({ at }: { at: string }) {
  return <span title={exactTime(at)}>{moment(at, useNow())}</span>
}

export function PassChip({ of }: { of: PassView }) {
  const state = passState(of, useNow())
  return (
    <span className="chip" data-tone={TONE_OF_PASS[state]}>
      {passWords[state]()}
    </span>
  )
}
