import { useParams } from '@tanstack/react-router'
import { Form, Input, Select } from 'antd'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { Go } from '#ui/console/go.tsx'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { type Column, More, Table } from '#ui/console/table.tsx'
import { useAsk, useCall, usePages } from '#ui/query.tsx'
import { dataSets, keepItem, listKept, release } from '../contract-ending.ts'
import { type Band, getActivation } from '../contract.ts'
import { dataSetText } from '../parts/certificate-messages.ts'
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
  const [keeping, setKeeping] = useState(false)
  const full = sets.data?.rows.filter(({ rows }) => rows > 0) ?? []
  const actions = one.data?.can.includes('keep') && full.length > 0 && (
    <button type="button" className="firm" onClick={() => setKeeping(true)}>
      {t.keep()}
    </button>
  )
  const trail = (
    <nav className="trail" aria-label={emergencyTexts.title()}>
      <Go to={`/emergency/${id}`}>{one.data?.number ?? emergencyTexts.title()}</Go>
      <ChevronRight size={14} aria-hidden />
      <span>{t.title()}</span>
    </nav>
  )
  return (
    <Page title={t.title()} trail={trail} actions={actions} className="page-fit">
      <div className="emergencies">
        <Panel title={t.sets()} note={t.setsNote()} flush>
          <Shown of={sets}>
            {() => (
              <Table
                caption={t.sets()}
                columns={SETS}
                rows={full}
                keyOf={({ table }) => table}
                empty={<Empty text={t.noSets()} />}
              />
            )}
          </Shown>
        </Panel>
        <Items id={id} open={one.data?.can.includes('keep') ?? false} />
      </div>
      {keeping && <Keep id={id} sets={full} onClose={() => setKeeping(false)} />}
    </Page>
  )
}

const SETS: Column<Sets[number]>[] = [
  { key: 'set', title: t.set(), cell: ({ table }) => dataSetText(table) },
  { key: 'rows', title: t.rows(), width: 140, end: true, cell: ({ rows }) => rows },
  { key: 'kept', title: t.kept(), width: 140, end: true, cell: ({ kept }) => kept },
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

type Assessed = {
  table: string
  item: string
  ground: Kept['ground']
  legality: string
  necessity: string
  safety: string
  until: string
}

function Keep({ id, sets, onClose }: { id: Id; sets: Sets; onClose: () => void }) {
  const send = useCall(keepItem, [dataSets, listKept])
  return (
    <DrawerForm<Assessed>
      title={t.keep()}
      lead={t.keepLead()}
      open
      width={520}
      onClose={onClose}
      initial={{ ground: 'evidence' }}
      submit={t.keep()}
      done={t.kept_done()}
      onSend={(values) => send.mutateAsync({ id: newId() as never, activation: id, ...values })}
    >
      <Form.Item name="table" label={t.set()} rules={[needed]}>
        <Select options={sets.map(({ table }) => ({ value: table, label: dataSetText(table) }))} />
      </Form.Item>
      <Form.Item name="item" label={t.item()} rules={[needed, { pattern: /^[0-9a-f-]{36}$/, message: t.itemWrong() }]}>
        <Input maxLength={36} />
      </Form.Item>
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
        <Input type="date" />
      </Form.Item>
    </DrawerForm>
  )
}

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
