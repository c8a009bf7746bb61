import { Form, Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { useActing } from '#ui/console/acting.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { counted } from '#ui/console/figures.ts'
import { When } from '#ui/console/moment.tsx'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import { span } from '#ui/time.ts'
import { dropLetter, outboxHealth, reviveLetter } from '../contract.ts'
import { oversightTexts as t } from './messages.ts'
import './outbox.css'

type Health = OutputOf<typeof outboxHealth>
const SECONDS_15 = 15_000

/** 发件: what waits to be told, what is tried again, what was given up; and whether the jobs run. */
export function OutboxPage() {
  const health = useAsk(outboxHealth, {}, { everyMs: SECONDS_15 })
  return (
    <Page title={t.outboxTitle()}>
      <Shown of={health} lines={10}>
        {(found) => (
          <div className="outbox">
            <Counts health={found} />
            <Panel title={t.letters()} note={t.lettersHint()} flush>
              <Letters letters={found.letters} />
            </Panel>
            <Panel title={t.jobs()} flush>
              <Jobs jobs={found.jobs} />
            </Panel>
          </div>
        )}
      </Shown>
    </Page>
  )
}

const Counts = ({ health: { waiting, oldestSeconds, retrying, dead } }: { health: Health }) => (
  <div className="outbox-counts panel">
    <p>
      <span>{t.waiting()}</span>
      <strong>{counted(waiting)}</strong>
      <span className="quiet-ink">
        {waiting > 0 ? t.oldest({ span: span(oldestSeconds * 1000) }) : t.nothingWaits()}
      </span>
    </p>
    <p>
      <span>{t.retrying()}</span>
      <strong>{counted(retrying)}</strong>
    </p>
    <p>
      <span>{t.dead()}</span>
      <strong className={dead > 0 ? 'late-number' : ''}>{counted(dead)}</strong>
    </p>
  </div>
)

function Letters({ letters }: { letters: Health['letters'] }) {
  const { permissions } = useActing()
  const [dropping, setDropping] = useState<string>()
  const revive = useCall(reviveLetter, [outboxHealth])
  const drop = useCall(dropLetter, [outboxHealth])
  return (
    <>
      <Table
        caption={t.letters()}
        rows={letters}
        keyOf={({ id }) => id}
        empty={<Empty text={t.noLetters()} />}
        columns={[
          { key: 'name', title: t.letter(), width: 200, cell: ({ name }) => <code>{name}</code> },
          { key: 'key', title: t.key(), width: 200, cell: ({ key }) => <code title={key}>{key}</code> },
          {
            key: 'problem',
            title: t.problem(),
            cell: ({ problem }) => <span title={problem ?? undefined}>{problem ?? '—'}</span>,
          },
          { key: 'attempts', title: t.attempts(), width: 76, cell: ({ attempts }) => t.tries({ count: attempts }) },
          { key: 'held', title: t.heldBack(), width: 76, cell: ({ heldBack }) => heldBack },
          { key: 'dead', title: t.deadAt(), width: 140, cell: ({ deadAt }) => <When at={deadAt} /> },
          {
            key: 'actions',
            title: t.actions(),
            width: 130,
            cell: ({ id }) => (
              <span className="row">
                {permissions.has('oversight.revive') && (
                  <button type="button" className="link" onClick={() => revive.mutate({ id })}>
                    {t.revive()}
                  </button>
                )}
                {permissions.has('oversight.drop') && (
                  <button type="button" className="link" onClick={() => setDropping(id)}>
                    {t.drop()}
                  </button>
                )}
              </span>
            ),
          },
        ]}
      />
      <DrawerForm<{ reason: string }>
        title={t.dropTitle()}
        lead={t.dropLead()}
        open={dropping !== undefined}
        onClose={() => setDropping(undefined)}
        submit={t.drop()}
        danger
        done={t.dropped()}
        onSend={({ reason }) => drop.mutateAsync({ id: dropping ?? '', reason })}
      >
        <Form.Item name="reason" label={t.dropReason()} rules={[needed, { min: 2 }]}>
          <Input.TextArea rows={3} maxLength={400} />
        </Form.Item>
      </DrawerForm>
    </>
  )
}

const Jobs = ({ jobs }: { jobs: Health['jobs'] }) => (
  <Table
    caption={t.jobs()}
    rows={jobs}
    keyOf={({ name }) => name}
    empty={<Empty text={t.noJobs()} />}
    columns={[
      { key: 'name', title: t.job(), width: 300, cell: ({ name }) => <code>{name}</code> },
      { key: 'last', title: t.lastAt(), width: 180, cell: ({ lastAt }) => (lastAt ? <When at={lastAt} /> : t.never()) },
      {
        key: 'problem',
        title: t.lastProblem(),
        cell: ({ lastProblem }) =>
          lastProblem ? (
            <span className="late-number" title={lastProblem}>
              {lastProblem}
            </span>
          ) : (
            <span className="chip" data-tone="done">
              {t.fine()}
            </span>
          ),
      },
    ]}
  />
)
