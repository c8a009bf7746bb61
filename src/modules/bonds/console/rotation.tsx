import { Checkbox } from 'antd'
import { useState } from 'react'
import { dayOf, millis } from '#kernel/clock.ts'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { More, Table } from '#ui/console/table.tsx'
import { useAsk, useLive, usePages } from '#ui/query.tsx'
import { listFiles, listRotations } from '../contract-rotation.ts'
import { BondTabs } from './bond-tabs.tsx'
import { FileDrawer } from './file-drawer.tsx'
import { rotationTexts as t, bondTexts } from './messages.ts'
import { Wizard } from './rotation-wizard.tsx'
import './bonds.css'

/** 轮岗与交接: rotations, and the hand-over files with their clocks, those due first. */
export function RotationPage() {
  const { permissions } = useActing()
  const [planning, setPlanning] = useState(false)
  useLive('bonds.', [listFiles, listRotations], permissions.has('bonds.read'))
  const actions = permissions.has('bonds.rotate') && (
    <button type="button" className="firm" onClick={() => setPlanning(true)}>
      {t.plan()}
    </button>
  )
  return (
    <Page title={bondTexts.sections()} trail={<BondTabs now="rotation" />} actions={actions} className="page-fit">
      <div className="bonds-two">
        <Rotations />
        <Files />
      </div>
      {planning && <Wizard onClose={() => setPlanning(false)} />}
    </Page>
  )
}

function Rotations() {
  const found = useAsk(listRotations, { limit: 50 })
  return (
    <Panel title={t.rotations()} flush>
      <Shown of={found} lines={6}>
        {({ rows }) => (
          <Table
            caption={t.rotations()}
            rows={rows}
            keyOf={({ id }) => id}
            empty={<Empty text={t.noRotations()} />}
            columns={[
              { key: 'day', title: bondTexts.fromDay(), width: 110, cell: ({ day }) => day },
              { key: 'note', title: t.note(), cell: ({ note }) => <span title={note}>{note || '—'}</span> },
              { key: 'moves', title: t.moves(), width: 70, end: true, cell: ({ moves }) => moves },
              { key: 'open', title: t.open(), width: 70, end: true, cell: ({ open }) => open },
              {
                key: 'late',
                title: t.late(),
                width: 64,
                end: true,
                cell: ({ late }) => (late > 0 ? <span className="late-number">{late}</span> : 0),
              },
            ]}
          />
        )}
      </Shown>
    </Panel>
  )
}

function Files() {
  const [address, change] = useAddress()
  const onlyOpen = address['open'] !== 'false'
  const list = usePages(listFiles, { limit: 50, ...(onlyOpen ? { open: true } : {}) })
  const id = address['file']
  return (
    <Panel
      title={t.files()}
      flush
      action={
        <Checkbox checked={onlyOpen} onChange={(event) => change({ open: event.target.checked ? undefined : 'false' })}>
          {t.onlyOpen()}
        </Checkbox>
      }
    >
      <Shown of={{ ...list, data: list.first }} lines={8}>
        {() => (
          <>
            <Table
              caption={t.files()}
              rows={list.rows}
              keyOf={(file) => file.id}
              onOpen={(file) => change({ file: file.id })}
              active={id}
              empty={<Empty text={t.noFiles()} />}
              columns={[
                {
                  key: 'title',
                  title: t.seat(),
                  cell: ({ id: file, title, placeName }) => (
                    <button type="button" className="link" title={placeName} onClick={() => change({ file })}>
                      {title} · {placeName}
                    </button>
                  ),
                },
                { key: 'people', title: t.to(), width: 150, cell: ({ from, to }) => `${from} → ${to}` },
                { key: 'due', title: t.due(), width: 108, cell: ({ dueAt }) => dayOf(millis(dueAt)) },
                {
                  key: 'state',
                  title: t.state(),
                  width: 90,
                  cell: ({ receivedAt, late }) => <FileState received={receivedAt !== null} late={late} />,
                },
              ]}
            />
            <More
              shown={list.rows.length}
              more={list.hasNextPage}
              loading={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          </>
        )}
      </Shown>
      {id && <FileDrawer id={id} onClose={() => change({ file: undefined })} />}
    </Panel>
  )
}

const FileState = ({ received, late }: { received: boolean; late: boolean }) => (
  <span className="chip" data-tone={received ? 'done' : late ? 'late' : 'work'}>
    {received ? t.received() : late ? t.overdue() : t.waiting()}
  </span>
)
