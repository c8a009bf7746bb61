import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { dayNumber, dayOf, dayOfNumber, millis, startOfDay } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { Go } from '#ui/console/go.tsx'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { More, Table } from '#ui/console/table.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, usePages } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import { type Answerer, findDoors, whoAnswers } from '../contract.ts'
import { BondTabs } from './bond-tabs.tsx'
import { DoorForms, type DoorTask } from './door-forms.tsx'
import { bondTexts as t } from './messages.ts'
import './bonds.css'

/** 谁管这家: one door, any day. */
export function DoorPage() {
  const { place: top } = useActing()
  const [address, change] = useAddress()
  const text = useSettled(address['text'] ?? '')
  const list = usePages(findDoors, { place: address['place'] ?? top, limit: 30, ...(text ? { text } : {}) })
  return (
    <Page title={t.sections()} trail={<BondTabs now="door" />} className="page-fit">
      <div className="bonds-door">
        <section className="panel panel-flush" aria-label={t.doors()}>
          <div className="filters list-filters">
            <PlaceSelect
              label={t.place()}
              under={top}
              value={address['place']}
              onChange={(code) => change({ place: code ?? undefined })}
            />
            <input
              className="list-search"
              type="search"
              aria-label={t.findDoor()}
              placeholder={t.findDoor()}
              value={address['text'] ?? ''}
              onChange={(event) => change({ text: event.target.value })}
            />
          </div>
          <Shown of={{ ...list, data: list.first }} lines={10}>
            {() => (
              <>
                <Doors rows={list.rows} chosen={address['door']} onChoose={(door) => change({ door })} />
                <More
                  shown={list.rows.length}
                  more={list.hasNextPage}
                  loading={list.isFetchingNextPage}
                  onMore={() => void list.fetchNextPage()}
                />
              </>
            )}
          </Shown>
        </section>
        <div className="bonds-door-side">
          {address['door'] ? (
            <OneDoor household={address['door']} />
          ) : (
            <Panel title={t.door()}>
              <Empty text={t.chooseDoor()} />
            </Panel>
          )}
        </div>
      </div>
    </Page>
  )
}

type Door = OutputOf<typeof findDoors>['rows'][number]
type DoorsProps = { rows: readonly Door[]; chosen: string | undefined; onChoose: (household: string) => void }

const Doors = ({ rows, chosen, onChoose }: DoorsProps) =>
  rows.length === 0 ? (
    <Empty text={t.noDoors()} />
  ) : (
    <ul className="bonds-list">
      {rows.map(({ household, address, placeName }) => (
        <li key={household}>
          <button type="button" aria-pressed={chosen === household} onClick={() => onChoose(household)}>
            {address ?? placeName}
            <small>{placeName}</small>
          </button>
        </li>
      ))}
    </ul>
  )

/** From the first day that the kinds know of until a year ahead. */
const FIRST = dayNumber(startOfDay('2020-01-01'))
const AHEAD = 365

function OneDoor({ household }: { household: string }) {
  const now = useNow()
  const [address, change] = useAddress()
  const [task, setTask] = useState<DoorTask>()
  const { permissions } = useActing()
  const today = dayOf(now)
  const day = address['day'] ?? today
  const setDay = (one: string): void => change({ day: one === today ? undefined : one })
  const settled = useSettled(day)
  const found = useAsk(whoAnswers, { household, day: settled })
  return (
    <>
      <Time {...{ day, today, setDay }} />
      <Panel
        title={t.answerers({ day: settled })}
        note={found.data && [found.data.address, found.data.head].filter(Boolean).join(' · ')}
        flush
        action={
          <span className="row">
            {permissions.has('fields.card') && (
              <>
                <Go to={`/homes/${household}`}>{t.toHousehold()}</Go>
                <Go to={`/homes/${household}/card`}>{t.toCard()}</Go>
              </>
            )}
            {permissions.has('bonds.make') && (
              <button type="button" className="link" onClick={() => setTask({ kind: 'assign', household })}>
                {t.assign()}
              </button>
            )}
          </span>
        }
      >
        <Shown of={found} lines={6}>
          {({ answerers }) => (
            <Answerers
              rows={answerers}
              {...(permissions.has('bonds.end') && day === today
                ? { onTask: (kind: 'end' | 'substitute', bond: Answerer) => setTask({ kind, bond }) }
                : {})}
            />
          )}
        </Shown>
      </Panel>
      <Panel title={t.sayings()}>
        <Shown of={found} lines={2}>
          {({ sayings }) => (sayings.length === 0 ? <Empty text={t.noSayings()} /> : <Sayings rows={sayings} />)}
        </Shown>
      </Panel>
      <DoorForms task={task} onClose={() => setTask(undefined)} />
    </>
  )
}

const Time = ({ day, today, setDay }: { day: string; today: string; setDay: (day: string) => void }) => (
  <section className="panel bonds-time" aria-label={t.day()}>
    <input
      type="date"
      className="list-day"
      aria-label={t.day()}
      value={day}
      onChange={(event) => event.target.value && setDay(event.target.value)}
    />
    <input
      type="range"
      aria-label={t.yearsBack()}
      aria-valuetext={day}
      min={FIRST}
      max={dayNumber(startOfDay(today)) + AHEAD}
      value={dayNumber(startOfDay(day))}
      onChange={(event) => setDay(dayOfNumber(Number(event.target.value)))}
    />
    <button type="button" className="quiet" disabled={day === today} onClick={() => setDay(today)}>
      {t.today()}
    </button>
  </section>
)

type Tasks = { rows: readonly Answerer[]; onTask?: (kind: 'end' | 'substitute', bond: Answerer) => void }

const Answerers = ({ rows, onTask }: Tasks) => (
  <Table
    caption={t.door()}
    rows={rows}
    keyOf={({ bond, kind, source }) => bond ?? `${kind} ${source.id}`}
    empty={<Empty text={t.noAnswerers()} />}
    columns={[
      { key: 'kind', title: t.kind(), width: 150, cell: ({ kindName }) => named(kindName) },
      {
        key: 'who',
        title: t.who(),
        cell: ({ name, title, held }) =>
          held ? (
            <>
              <strong className="strong">{name}</strong> <span className="quiet-ink">{title}</span>
            </>
          ) : (
            <span className="late-number">{t.vacantNow()}</span>
          ),
      },
      {
        key: 'substitute',
        title: '',
        width: 190,
        cell: ({ substitute }) =>
          substitute && (
            <span className="chip" data-tone="soon">
              {t.standsIn({ name: substitute.name, until: substitute.until })}
            </span>
          ),
      },
      { key: 'origin', title: t.origin(), width: 90, cell: ({ bond, origin }) => (bond ? t[origin]() : t.byPost()) },
      { key: 'from', title: t.since(), width: 104, cell: ({ from }) => from },
      { key: 'until', title: t.until(), width: 104, cell: ({ until }) => until ?? '—' },
      ...(onTask
        ? [
            {
              key: 'end',
              title: '',
              width: 124,
              cell: (one: Answerer) =>
                one.bond && (
                  <span className="row">
                    {one.source.kind !== 'organ' && (
                      <button type="button" className="link" onClick={() => onTask('substitute', one)}>
                        {t.substitute()}
                      </button>
                    )}
                    <button type="button" className="link" onClick={() => onTask('end', one)}>
                      {t.end()}
                    </button>
                  </span>
                ),
            },
          ]
        : []),
    ]}
  />
)

type Said = OutputOf<typeof whoAnswers>['sayings']
const Sayings = ({ rows }: { rows: Said }) => (
  <ul className="bonds-sayings">
    {rows.map(({ by, text, at }) => (
      <li key={`${at} ${text}`}>
        <strong className="strong">{by === 'household' ? t.byHousehold() : t.byAnswerer()}</strong> {text}{' '}
        <span className="quiet-ink">{dayOf(millis(at))}</span>
      </li>
    ))}
  </ul>
)
