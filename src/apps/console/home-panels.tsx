import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { whoAnswers } from '#modules/bonds/contract.ts'
import { type HeldSubject, householdCard } from '#modules/fields/contract-contests.ts'
import { sourceText, useRegistry } from '#modules/fields/parts/value.ts'
import { useActing } from '#ui/console/acting.ts'
import { Go } from '#ui/console/go.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { useAsk } from '#ui/query.tsx'
import { homePanelTexts as t } from './messages.ts'

/** 谁管这家: what bonds know of the same door. */
export function Answering({ household }: { household: string }) {
  const { permissions } = useActing()
  const may = permissions.has('bonds.read')
  const asked = useAsk(whoAnswers, { household }, { when: may })
  if (!may) return null
  return (
    <Panel
      title={t.answering()}
      flush
      action={
        <Go to="/bonds/door" search={{ door: household }}>
          {t.toBonds()}
        </Go>
      }
    >
      <Shown of={asked} lines={3}>
        {({ answerers }) => (
          <Table
            caption={t.answering()}
            rows={answerers}
            keyOf={({ bond, kind, name }) => `${bond} ${kind} ${name}`}
            empty={<Empty text={t.nobody()} />}
            columns={[
              {
                key: 'name',
                title: t.name(),
                width: 130,
                cell: ({ name }) => <strong className="strong">{name}</strong>,
              },
              { key: 'title', title: t.post(), cell: ({ title }) => title },
              { key: 'kind', title: t.kind(), width: 150, cell: ({ kindName }) => named(kindName) },
              { key: 'from', title: t.from(), width: 116, cell: ({ from }) => from },
            ]}
          />
        )}
      </Shown>
    </Panel>
  )
}

/** 数据之家: what is held of this household. Asked for by hand, since everybody living there sees it as a look. */
export function Known({ household }: { household: string }) {
  const { permissions } = useActing()
  const [open, setOpen] = useState(false)
  const asked = useAsk(householdCard, { household }, { when: open })
  if (!permissions.has('fields.card')) return null
  return (
    <Panel
      title={t.known()}
      flush={open}
      action={
        !open && (
          <button type="button" className="link" onClick={() => setOpen(true)}>
            {t.show()}
          </button>
        )
      }
    >
      {open ? (
        <Shown of={asked} lines={6}>
          {({ subjects }) => <Values subjects={subjects} />}
        </Shown>
      ) : (
        <p className="quiet-ink">{t.knownLead()}</p>
      )}
    </Panel>
  )
}

function Values({ subjects }: { subjects: readonly HeldSubject[] }) {
  const registry = useRegistry()
  // Who they are stands above already.
  const rows = subjects.flatMap(({ subject, name, rows: held }) => held.map((row) => ({ ...row, subject, of: name })))
  return (
    <Table
      caption={t.known()}
      rows={rows.filter(({ value, field }) => value !== null && registry.get(field)?.core === false)}
      keyOf={({ subject, field }) => `${subject} ${field}`}
      empty={<Empty text={t.nothingHeld()} />}
      columns={[
        { key: 'of', title: t.of(), width: 130, cell: ({ of }) => of },
        { key: 'field', title: t.field(), width: 170, cell: ({ field }) => registry.name(field) },
        { key: 'value', title: t.value(), cell: ({ field, value }) => registry.say(field, value) },
        { key: 'source', title: t.source(), width: 120, cell: ({ source }) => (source ? sourceText(source) : '—') },
        {
          key: 'day',
          title: t.day(),
          width: 130,
          cell: ({ day, stale }) => (
            <span>
              {day ?? '—'}{' '}
              {stale && (
                <span className="chip" data-tone="soon">
                  {t.stale()}
                </span>
              )}
            </span>
          ),
        },
      ]}
    />
  )
}
