import { Drawer, Form, Input } from 'antd'
import { useState } from 'react'
import { dayOf, millis } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { Go } from '#ui/console/go.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import { getFile, listFiles, listRotations, receive } from '../contract-rotation.ts'
import { rotationTexts as t } from './messages.ts'

type Opened = { id: string; onClose: () => void }
type File = OutputOf<typeof getFile>

/** What goes with a post, and the successor's word that it was taken over. */
export function FileDrawer({ id, onClose }: Opened) {
  const found = useAsk(getFile, { id: id as never })
  const [receiving, setReceiving] = useState(false)
  return (
    <Drawer title={t.fileTitle({ title: found.data?.title ?? '' })} open onClose={onClose} size={640}>
      <Shown of={found} lines={8}>
        {(file) => (
          <div className="stack">
            <Facts file={file} />
            {file.mine && !file.receivedAt && (
              <button type="button" className="firm" onClick={() => setReceiving(true)}>
                {t.receive()}
              </button>
            )}
            <Lines rows={file.rows} />
          </div>
        )}
      </Shown>
      {receiving && <Receive id={id} onClose={() => setReceiving(false)} />}
    </Drawer>
  )
}

const Facts = ({ file }: { file: File }) => (
  <dl className="facts">
    <dt>{t.from()}</dt>
    <dd>{file.from}</dd>
    <dt>{t.to()}</dt>
    <dd>{file.to}</dd>
    <dt>{t.due()}</dt>
    <dd>
      {dayOf(millis(file.dueAt))} (
      {file.unit === 'work' ? t.clock_work({ days: file.days }) : t.clock_natural({ days: file.days })})
    </dd>
    <dt>{t.content()}</dt>
    <dd>
      {t.contentOf({
        cases: file.lines.case,
        bonds: file.lines.bond,
        promises: file.lines.promise,
        households: file.lines.households,
      })}
    </dd>
    {file.received && (
      <>
        <dt>{t.received()}</dt>
        <dd>{file.received}</dd>
      </>
    )}
  </dl>
)

const Lines = ({ rows }: { rows: File['rows'] }) => (
  <Table
    caption={t.content()}
    rows={rows}
    keyOf={({ kind, subject }) => `${kind} ${subject}`}
    columns={[
      { key: 'kind', title: t.line(), width: 100, cell: ({ kind }) => t[`line_${kind}`]() },
      {
        key: 'text',
        title: t.text(),
        cell: ({ kind, subject, text }) => (kind === 'case' ? <Go to={`/cases/${subject}`}>{text}</Go> : text),
      },
      { key: 'due', title: t.due(), width: 110, cell: ({ due }) => (due ? dayOf(millis(due)) : '—') },
    ]}
  />
)

function Receive({ id, onClose }: Opened) {
  const send = useCall(receive, [getFile, listFiles, listRotations])
  return (
    <DrawerForm<{ note: string }>
      title={t.receive()}
      open
      onClose={onClose}
      submit={t.receive()}
      done={t.receivedDone()}
      onSend={({ note }) => send.mutateAsync({ id: id as never, note })}
    >
      <Form.Item name="note" label={t.receiveNote()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
    </DrawerForm>
  )
}
