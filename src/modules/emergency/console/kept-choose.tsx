import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { dayOf } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { When } from '#ui/console/moment.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { type Column, More, Table } from '#ui/console/table.tsx'
import { useNow } from '#ui/now.ts'
import { useCall, usePages } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import { dataSets, keepable, keepItem, listKept } from '../contract-ending.ts'
import type { Band } from '../contract.ts'
import { dataSetText } from '../parts/certificate-messages.ts'
import { keptTexts as t } from './kept-messages.ts'

type Id = Band['id']
type Row = OutputOf<typeof keepable>['rows'][number]

/** The rows of one data set, to find the one that is evidence. Whoever is in it sees that somebody looked. */
export function Choose({ id, table }: { id: Id; table: string }) {
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim(), 300)
  const pages = usePages(keepable, { activation: id, table, text, limit: 50 })
  const [keeping, setKeeping] = useState<Row>()
  return (
    <>
      <div className="filters list-filters">
        <input
          type="search"
          className="list-search"
          aria-label={t.find()}
          placeholder={t.find()}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <span className="quiet-ink">{t.seen()}</span>
      </div>
      <Shown of={{ ...pages, data: pages.first }} lines={6}>
        {() => (
          <>
            <Table
              caption={t.rowsOf({ set: dataSetText(table) })}
              columns={columns(setKeeping)}
              rows={pages.rows}
              keyOf={(row) => row.id}
              empty={<Empty text={text ? t.noneFound() : t.noSets()} />}
            />
            <More
              shown={pages.rows.length}
              more={pages.hasNextPage}
              loading={pages.isFetchingNextPage}
              onMore={() => void pages.fetchNextPage()}
            />
          </>
        )}
      </Shown>
      {keeping && <Keep id={id} table={table} row={keeping} onClose={() => setKeeping(undefined)} />}
    </>
  )
}

const columns = (onKeep: (row: Row) => void): Column<Row>[] => [
  { key: 'place', title: t.place(), width: '24%', cell: ({ placeName }) => <span title={placeName}>{placeName}</span> },
  { key: 'at', title: t.at(), width: 120, cell: ({ at }) => <When at={at} /> },
  { key: 'person', title: t.person(), width: 100, cell: ({ person }) => person },
  { key: 'text', title: t.about(), cell: ({ text }) => <span title={text}>{text}</span> },
  {
    key: 'keep',
    title: t.keep(),
    width: 92,
    cell: (row) =>
      row.kept ? (
        <span className="chip" data-tone="rights">
          {t.kept()}
        </span>
      ) : (
        <button type="button" className="link" onClick={() => onKeep(row)}>
          {t.keep()}
          <span className="unseen"> {[row.placeName, row.person, row.text].filter(Boolean).join(' ')}</span>
        </button>
      ),
  },
]

type Assessed = {
  ground: 'evidence' | 'investigation'
  legality: string
  necessity: string
  safety: string
  until: string
}

function Keep({ id, table, row, onClose }: { id: Id; table: string; row: Row; onClose: () => void }) {
  const send = useCall(keepItem, [dataSets, keepable, listKept])
  const today = dayOf(useNow())
  return (
    <DrawerForm<Assessed>
      title={t.keep()}
      lead={
        <>
          <strong className="strong">{[dataSetText(table), row.person].filter(Boolean).join(' · ')}</strong>
          <br />
          {[row.placeName, row.text].filter(Boolean).join(' · ')}
          <br />
          {t.keepLead()}
        </>
      }
      open
      width={520}
      onClose={onClose}
      initial={{ ground: 'evidence' }}
      submit={t.keep()}
      done={t.kept_done()}
      onSend={(values) => send.mutateAsync({ id: newId() as never, activation: id, table, item: row.id, ...values })}
    >
      <Form.Item name="ground" label={t.ground()} rules={[needed]}>
        <Select
          options={[
            { value: 'evidence', label: t.evidence() },
            { value: 'investigation', label: t.investigation() },
          ]}
        />
      </Form.Item>
      {(['legality', 'necessity', 'safety'] as const).map((name) => (
        <Form.Item key={name} name={name} label={t[name]()} rules={[needed, { min: 5, message: t.atLeast() }]}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      ))}
      <Form.Item name="until" label={t.until()} rules={[needed]}>
        <Input type="date" min={today} />
      </Form.Item>
    </DrawerForm>
  )
}
