import { useParams } from '@tanstack/react-router'
import { App, Form } from 'antd'
import Check from 'lucide-react/icons/check'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { ask } from '#ui/call.ts'
import { download } from '#ui/console/download.ts'
import { DrawerForm } from '#ui/console/drawer-form.tsx'
import { Go } from '#ui/console/go.tsx'
import { Page } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { exactTime } from '#ui/console/when.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import {
  commitImport,
  dropImport,
  getImport,
  type Import,
  importReport,
  importReportFile,
  listImports,
} from '../contract-import.ts'
import { HomeWays } from '../parts/home-ways.tsx'
import { Columns } from './import-columns.tsx'
import { importTexts as t } from './import-messages.ts'
import { Report } from './import-report.tsx'
import './imports.css'

type Answer = OutputOf<typeof getImport>

/** One list on its way: its columns, what would be done with each row, and the writing. */
export function ImportPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const asked = useAsk(getImport, { id: id as never })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  return (
    <Page title={t.title()} trail={<HomeWays now="import" />} className="page-fit">
      <Shown of={asked} lines={14}>
        {(answer) => (
          <div className="import-one">
            <Head answer={answer} chosen={chosen} />
            <div className="import-two">
              <Columns key={answer.import.state} answer={answer} />
              <Report list={answer.import} chosen={chosen} onChosen={setChosen} />
            </div>
          </div>
        )}
      </Shown>
    </Page>
  )
}

const STEPS = ['step1', 'step2', 'step3', 'step4'] as const
const REACHED = { taken: 1, checked: 3, written: 4, dropped: 1 } as const

function Steps({ state }: { state: Import['state'] }) {
  const reached = REACHED[state]
  return (
    <ol className="import-steps" aria-label={t.steps()}>
      {STEPS.map((key, at) => (
        <li
          key={key}
          data-done={at < reached ? '' : undefined}
          {...(at === Math.min(reached, 3) && state !== 'written' ? { 'aria-current': 'step' as const } : {})}
        >
          <span aria-hidden>{at < reached ? <Check size={14} /> : at + 1}</span>
          {t[key]()}
        </li>
      ))}
    </ol>
  )
}

function Head({ answer: { import: list }, chosen }: { answer: Answer; chosen: ReadonlySet<string> }) {
  const [committing, setCommitting] = useState(false)
  const { message } = App.useApp()
  const drop = useCall(dropImport, [getImport, listImports])
  const open = list.state === 'taken' || list.state === 'checked'
  const some = chosen.size > 0
  const able = list.state === 'checked' && (list.counts?.new ?? 0) > 0
  const format = [list.format.toUpperCase(), list.encoding?.toUpperCase()].filter(Boolean).join(' · ')
  return (
    <section className="panel import-head">
      <div>
        <h2>{list.name}</h2>
        <p className="quiet-ink">{t.summary({ rows: list.rows, format })}</p>
      </div>
      <Steps state={list.state} />
      <div className="import-actions">
        {list.counts && (
          <button
            type="button"
            className="quiet"
            onClick={() => void ask(importReportFile, { id: list.id }).then(download)}
          >
            {t.download()}
          </button>
        )}
        {open && (
          <button
            type="button"
            className="quiet"
            onClick={() => drop.mutate({ id: list.id }, { onSuccess: () => void message.success(t.dropped()) })}
          >
            {t.drop1()}
          </button>
        )}
        {list.state === 'checked' && (
          <button type="button" className="firm" disabled={!able} onClick={() => setCommitting(true)}>
            {some ? t.commitChosen({ n: chosen.size }) : t.commit({ n: list.counts?.new ?? 0 })}
          </button>
        )}
        {list.writtenAt && (
          <span className="chip" data-tone="done">
            {t.writtenNote({ at: exactTime(list.writtenAt) })}
          </span>
        )}
        {list.writtenAt && <Go to="/homes/same">{t.toSame()}</Go>}
      </div>
      {committing && <Commit list={list} chosen={chosen} onClose={() => setCommitting(false)} />}
    </section>
  )
}

type CommitProps = { list: Import; chosen: ReadonlySet<string>; onClose: () => void }

function Commit({ list, chosen, onClose }: CommitProps) {
  const commit = useCall(commitImport, [getImport, importReport, listImports])
  const lines = [...chosen].map(Number)
  const { new: people = 0, households = 0, dwellings = 0 } = list.counts ?? {}
  return (
    <DrawerForm<{ day?: string }>
      title={chosen.size > 0 ? t.commitChosen({ n: chosen.size }) : t.commit({ n: people })}
      lead={chosen.size > 0 ? t.commitLeadChosen() : t.commitLead({ people, households, dwellings })}
      open
      onClose={onClose}
      submit={t.step4()}
      done={t.committed()}
      onSend={({ day }) =>
        commit.mutateAsync({ id: list.id, ...(lines.length > 0 ? { lines } : {}), ...(day ? { day } : {}) })
      }
    >
      <Form.Item name="day" label={t.day()}>
        <input type="date" className="list-day" />
      </Form.Item>
    </DrawerForm>
  )
}
