import { useMemo } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { named } from '#kernel/messages.ts'
import { useAddress } from '#ui/console/address.ts'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { levelTexts } from '#ui/messages.ts'
import { useAsk } from '#ui/query.tsx'
import { type Duty, listDuties } from '../contract.ts'
import { DutyPanel } from './duty-panel.tsx'
import { dutyTexts as t } from './messages.ts'
import './duties.css'

type List = OutputOf<typeof listDuties>

/** 职责清单: who leads what, by when, up to which level; each entry with its versions. */
export function DutiesPage() {
  const [address, change] = useAddress()
  const { day } = address
  const list = useAsk(listDuties, day ? { day } : {})
  const actions = (
    <label className="row">
      <span className="quiet-ink">{t.onDay()}</span>
      <input
        className="duties-day"
        type="date"
        value={day ?? ''}
        onChange={(event) => change({ day: event.target.value || undefined })}
      />
    </label>
  )
  return (
    <Page title={t.title()} actions={actions} className="page-fit">
      <Shown of={list} lines={12}>
        {(found) => <Whole list={found} />}
      </Shown>
    </Page>
  )
}

function Whole({ list }: { list: List }) {
  const [address, change] = useAddress()
  const { class: wanted, text = '', code } = address
  const rows = useMemo(
    () => list.rows.filter((duty) => (!wanted || duty.class === wanted) && says(duty, text)),
    [list, wanted, text],
  )
  const open = list.rows.find((duty) => duty.code === code)
  return (
    <div className="duties">
      <Panel title={t.classes()} flush>
        <ul className="duties-classes">
          {[{ code: '', name: { zh: t.all(), en: t.all() } }, ...list.classes].map((each) => (
            <li key={each.code}>
              <button
                type="button"
                aria-pressed={(wanted ?? '') === each.code}
                onClick={() => change({ class: each.code || undefined })}
              >
                {named(each.name)}
                <span className="quiet-ink">
                  {list.rows.filter((duty) => !each.code || duty.class === each.code).length}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel
        title={t.title()}
        note={t.count({ count: rows.length })}
        flush
        action={
          <input
            className="queue-search"
            type="search"
            aria-label={t.search()}
            placeholder={t.search()}
            value={text}
            onChange={(event) => change({ text: event.target.value || undefined })}
          />
        }
      >
        <DutyTable rows={rows} active={code} onOpen={(duty) => change({ code: duty.code })} />
      </Panel>
      <div className="duties-one">{open ? <DutyPanel key={open.code} duty={open} /> : <Empty text={t.pick()} />}</div>
    </div>
  )
}

const says = (duty: Duty, text: string): boolean => {
  const wanted = text.trim().toLowerCase()
  return [duty.code, duty.name.zh, duty.name.en ?? '', ...duty.synonyms].some((each) =>
    each.toLowerCase().includes(wanted),
  )
}

const DutyTable = ({
  rows,
  active,
  onOpen,
}: {
  rows: readonly Duty[]
  active: string | undefined
  onOpen: (duty: Duty) => void
}) => (
  <Table
    caption={t.title()}
    rows={rows}
    keyOf={({ code }) => code}
    active={active}
    onOpen={onOpen}
    empty={<Empty text={t.none()} />}
    columns={[
      { key: 'code', title: t.code(), width: 72, cell: ({ code }) => code },
      {
        key: 'name',
        title: t.name(),
        cell: (duty) => (
          <button type="button" className="link link-ink" onClick={() => onOpen(duty)}>
            {named(duty.name)}
          </button>
        ),
      },
      {
        key: 'lead',
        title: t.lead(),
        width: 150,
        cell: ({ leadLevel, lineName }) => `${levelTexts[leadLevel]()} · ${named(lineName)}`,
      },
      { key: 'start', title: t.start(), width: 66, cell: ({ startLevel }) => levelTexts[startLevel]() },
      { key: 'stop', title: t.stop(), width: 66, cell: ({ stopLevel }) => levelTexts[stopLevel]() },
      {
        key: 'limits',
        title: t.limits(),
        width: 150,
        cell: ({ acceptHours, handleHours, verifyHours, urgent }) => (
          <span title={urgent ? t.urgent() : undefined}>
            {[acceptHours, handleHours, verifyHours].map((h) => t.hours({ h })).join(' / ')}
            {urgent && <span className="late-number"> !</span>}
          </span>
        ),
      },
    ]}
  />
)
