import { useParams } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { useAddress } from '#ui/console/address.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { counted } from '#ui/console/figures.ts'
import { Go } from '#ui/console/go.tsx'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { type Column, More, Table } from '#ui/console/table.tsx'
import { useAsk, useCall, usePages } from '#ui/query.tsx'
import { dataSets, listKept, release } from '../contract-ending.ts'
import { type Band, getActivation } from '../contract.ts'
import { dataSetText } from '../parts/certificate-messages.ts'
import { Choose } from './kept-choose.tsx'
import { keptTexts as t } from './kept-messages.ts'
import { emergencyTexts } from './messages.ts'
import './emergency.css'

type Id = Band['id']
type Sets = OutputOf<typeof dataSets>['rows']
type Kept = OutputOf<typeof listKept>['rows'][number]

/** What this emergency gathered, and which items are kept beyond its destruction: each with an assessment of its own. */
export function KeptPage() {
  const params: { id?: string } = useParams({ strict: false })
  const id = (params.id ?? '') as Id
  const one = useAsk(getActivation, { id })
  const sets = useAsk(dataSets, { activation: id })
  const [address, change] = useAddress()
  const full = sets.data?.rows.filter(({ rows }) => rows > 0) ?? []
  const may = one.data?.can.includes('keep') ?? false
  const over = one.data?.state === 'ending' || one.data?.state === 'settling'
  const chosen = may && over ? full.find(({ table }) => table === address['set']) : undefined
  const trail = (
    <nav className="trail" aria-label={emergencyTexts.title()}>
      <Go to={`/emergency/${id}`}>{one.data?.number ?? emergencyTexts.title()}</Go>
      <ChevronRight size={14} aria-hidden />
      <span>{t.title()}</span>
    </nav>
  )
  return (
    <Page title={t.title()} trail={trail} className="page-fit">
      <div className="kept">
        <Panel title={t.sets()} note={t.setsNote()} flush>
          <Shown of={sets}>
            {() => (
              <Table
                caption={t.sets()}
                columns={setColumns(may && over, (set) => change({ set }))}
                rows={full}
                keyOf={({ table }) => table}
                active={chosen?.table}
                empty={<Empty text={t.noSets()} />}
              />
            )}
          </Shown>
        </Panel>
        <Panel
          title={chosen ? t.rowsOf({ set: dataSetText(chosen.table) }) : t.rowsOfAny()}
          flush
          className="kept-rows"
        >
          {chosen ? (
            <Choose key={chosen.table} id={id} table={chosen.table} />
          ) : (
            <Empty text={one.data && may && !over && full.length > 0 ? t.notOver() : t.chooseSet()} />
          )}
        </Panel>
        <Items id={id} open={may} />
      </div>
    </Page>
  )
}

const setColumns = (open: boolean, onOpen: (table: string) => void): Column<Sets[number]>[] => [
  { key: 'set', title: t.set(), cell: ({ table }) => dataSetText(table) },
  { key: 'rows', title: t.rows(), width: 64, end: true, cell: ({ rows }) => counted(rows) },
  { key: 'kept', title: t.kept(), width: 64, end: true, cell: ({ kept }) => counted(kept) },
  {
    key: 'open',
    title: t.look(),
    width: 88,
    cell: ({ table, dies }) =>
      open &&
      (dies ? (
        <span className="quiet-ink">{t.dies()}</span>
      ) : (
        <button type="button" className="link" onClick={() => onOpen(table)}>
          {t.look()}
          <span className="unseen"> {dataSetText(table)}</span>
        </button>
      )),
  },
]

function Items({ id, open }: { id: Id; open: boolean }) {
  const pages = usePages(listKept, { activation: id, limit: 50 })
  const [releasing, setReleasing] = useState<Kept>()
  return (
    <Panel title={t.items()} flush>
      <Shown of={{ ...pages, data: pages.first }}>
        {() => (
          <Table
            caption={t.items()}
            columns={itemColumns(open, setReleasing)}
            rows={pages.rows}
            keyOf={(row) => row.id}
            empty={<Empty text={t.noItems()} />}
          />
        )}
      </Shown>
      <More
        shown={pages.rows.length}
        more={pages.hasNextPage}
        loading={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
      />
      {releasing && <Release kept={releasing} onClose={() => setReleasing(undefined)} />}
    </Panel>
  )
}

const itemColumns = (open: boolean, onRelease: (row: Kept) => void): Column<Kept>[] => [
  { key: 'set', title: t.set(), width: 130, cell: ({ table, item }) => <span title={item}>{dataSetText(table)}</span> },
  { key: 'ground', title: t.ground(), width: 70, cell: ({ ground }) => t[ground]() },
  { key: 'legality', title: t.legality(), cell: ({ legality }) => <span title={legality}>{legality}</span> },
  { key: 'necessity', title: t.necessity(), cell: ({ necessity }) => <span title={necessity}>{necessity}</span> },
  { key: 'safety', title: t.safety(), cell: ({ safety }) => <span title={safety}>{safety}</span> },
  { key: 'until', title: t.until(), width: 110, cell: ({ until }) => until },
  { key: 'by', title: t.by(), width: 120, cell: ({ by }) => by },
  {
    key: 'act',
    title: t.release(),
    width: 96,
    cell: (row) =>
      open && (
        <button type="button" className="link" onClick={() => onRelease(row)}>
          {t.release()}
        </button>
      ),
  },
]

function Release({ kept, onClose }: { kept: Kept; onClose: () => void }) {
  const send = useCall(release, [dataSets, listKept])
  return (
    <DrawerForm<{ reason: string }>
      title={`${t.release()} · ${dataSetText(kept.table)}`}
      lead={t.releaseLead()}
      open
      onClose={onClose}
      submit={t.release()}
      done={t.released()}
      onSend={({ reason }) => send.mutateAsync({ id: kept.id, reason })}
    >
      <Form.Item name="reason" label={t.why()} rules={[needed]}>
        <Input.TextArea rows={3} maxLength={400} />
      </Form.Item>
    </DrawerForm>
  )
}
