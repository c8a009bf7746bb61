import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { dayOf, millis } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { newId } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Failed, Shown } from '#ui/console/shown.tsx'
import { type Column, More, Table } from '#ui/console/table.tsx'
import { useCall, usePages } from '#ui/query.tsx'
import { ARTICLES, askDelay, decideDelay, endDelay, listDelays } from '../contract-disclosure.ts'
import { disclosureTexts as t } from './glass-messages.ts'

type Row = OutputOf<typeof listDelays>['rows'][number]
const TONES = { pending: 'soon', running: 'rights', appeared: 'done', refused: 'void' } as const

/** 延迟告知: what waits, what runs, and on which day it appears; a second person decides here. */
export function Delays() {
  const { permissions } = useActing()
  const [asking, setAsking] = useState(false)
  const list = usePages(listDelays, { limit: 50 })
  const decide = useCall(decideDelay, [listDelays])
  const end = useCall(endDelay, [listDelays])
  const problem = decide.error ?? end.error
  const act = permissions.has('consents.askDelay') && (
    <button type="button" className="firm" onClick={() => setAsking(true)}>
      {t.ask()}
    </button>
  )
  return (
    <Panel title={t.delays()} note={t.delaysLead()} action={act} flush>
      {problem && <Failed error={problem} />}
      <Shown of={{ ...list, data: list.first }} lines={6}>
        {() => (
          <>
            <Table
              caption={t.delays()}
              rows={list.rows}
              keyOf={({ id }) => id}
              columns={[
                ...columns(),
                {
                  key: 'do',
                  title: t.state(),
                  width: 210,
                  cell: (row) => (
                    <State
                      row={row}
                      onDecide={(approve) => decide.mutate({ id: row.id, approve })}
                      onEnd={() => end.mutate({ id: row.id })}
                    />
                  ),
                },
              ]}
              empty={<Empty text={t.noDelay()} />}
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
      <Ask open={asking} onClose={() => setAsking(false)} />
    </Panel>
  )
}

const dayText = (at: string): string => dayOf(millis(at))

const columns = (): Column<Row>[] => [
  { key: 'office', title: t.office(), width: 160, cell: ({ organ, place }) => organ ?? place },
  { key: 'person', title: t.person(), width: 86, cell: ({ person }) => <code title={person}>{person.slice(-8)}</code> },
  { key: 'article', title: t.article(), width: 180, cell: ({ article }) => t[article]() },
  { key: 'reason', title: t.reason(), cell: ({ reason }) => <span title={reason}>{reason}</span> },
  {
    key: 'asked',
    title: t.asked(),
    width: 104,
    cell: ({ askedBy, askedAt }) => <span title={askedBy ?? undefined}>{dayText(askedAt)}</span>,
  },
  {
    key: 'decided',
    title: t.decided(),
    width: 104,
    cell: ({ decidedBy, decidedAt }) => (
      <span title={decidedBy ?? undefined}>{decidedAt ? dayText(decidedAt) : '—'}</span>
    ),
  },
  { key: 'appears', title: t.appears(), width: 104, cell: ({ appearsAt }) => dayText(appearsAt) },
]

type StateProps = { row: Row; onDecide: (approve: boolean) => void; onEnd: () => void }
const State = ({ row, onDecide, onEnd }: StateProps) => (
  <span className="row">
    <span className="chip" data-tone={TONES[row.state]}>
      {t[`state_${row.state}`]()}
    </span>
    {row.can.includes('decide') && (
      <>
        <button type="button" className="quiet" onClick={() => onDecide(true)}>
          {t.approve()}
        </button>
        <button type="button" className="quiet" onClick={() => onDecide(false)}>
          {t.refuse()}
        </button>
      </>
    )}
    {row.can.includes('end') && (
      <button type="button" className="quiet" onClick={onEnd}>
        {t.end()}
      </button>
    )}
  </span>
)

type Values = { person: string; article: (typeof ARTICLES)[number]; reason: string; appearsOn: string }

function Ask({ open, onClose }: { open: boolean; onClose: () => void }) {
  const send = useCall(askDelay, [listDelays])
  return (
    <DrawerForm<Values>
      title={t.ask()}
      lead={t.askLead()}
      open={open}
      onClose={onClose}
      submit={t.ask()}
      done={t.sent()}
      onSend={({ person, ...values }) => send.mutateAsync({ id: newId() as never, person: person as never, ...values })}
    >
      <Form.Item name="person" label={t.personId()} rules={[needed]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="article" label={t.article()} rules={[needed]}>
        <Select options={ARTICLES.map((value) => ({ value, label: t[value]() }))} />
      </Form.Item>
      <Form.Item name="reason" label={t.why()} rules={[needed]}>
        <Input.TextArea rows={4} maxLength={600} showCount />
      </Form.Item>
      <Form.Item name="appearsOn" label={t.appearsOn()} rules={[needed]}>
        <Input type="date" />
      </Form.Item>
    </DrawerForm>
  )
}
