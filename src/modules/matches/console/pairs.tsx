import { App, Segmented } from 'antd'
import Search from 'lucide-react/icons/search'
import { useState } from 'react'
import { HomeWays } from '#modules/homes/parts/home-ways.tsx'
import { wayTexts } from '#modules/homes/parts/way-messages.ts'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { newId } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { refusalText } from '#ui/console/messages.ts'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { More, Table } from '#ui/console/table.tsx'
import { useAsk, useCall, useLive, usePages } from '#ui/query.tsx'
import { ago } from '#ui/time.ts'
import { useNow } from '#ui/now.ts'
import { getMatch, listMatches, matchFigures, searchMatches } from '../contract.ts'
import { matchTexts as t } from './messages.ts'
import { PairView } from './pair.tsx'
import { percent } from './percent.ts'
import './pairs.css'

const STATES = ['open', 'later', 'decided'] as const
type State = (typeof STATES)[number]

/** 疑似同一人: the pairs of a place, the likeliest first, and beside them the two entries of one. */
export function PairsPage() {
  const [address, change] = useAddress()
  const state: State = STATES.find((one) => one === address['state']) ?? 'open'
  useLive('matches.', [listMatches, matchFigures, getMatch])
  const open = (pair: string | undefined) => change({ pair })
  return (
    <Page title={t.title()} section={wayTexts.section()} trail={<HomeWays now="same" />} className="page-fit">
      <div className="pairs">
        <Queue
          state={state}
          pair={address['pair']}
          onState={(next) => change({ state: next, pair: undefined })}
          onOpen={open}
        />
        {address['pair'] ? (
          <PairView key={address['pair']} pair={address['pair']} />
        ) : (
          <section className="panel pairs-none">
            <Empty text={`${t.pick()} ${t.lead()}`} />
          </section>
        )}
      </div>
    </Page>
  )
}

function SearchHere() {
  const { place: top, permissions } = useActing()
  const { message } = App.useApp()
  const [place, setPlace] = useState<string | null>(top.length >= 9 ? top : null)
  const figures = useAsk(matchFigures, place ? { place } : {})
  const search = useCall(searchMatches, [matchFigures])
  const last = figures.data?.search
  const now = useNow()
  if (!permissions.has('matches.search')) return null
  const waiting = last !== null && last !== undefined && last.doneAt === null
  const send = () =>
    search.mutate(
      { id: newId() as never, place: place ?? top },
      {
        onSuccess: () => void message.success(t.asked()),
        onError: (error) => void message.error(refusalText(error)),
      },
    )
  return (
    <div className="pairs-search">
      <PlaceSelect
        label={t.searchPlace()}
        under={top}
        value={place}
        onChange={setPlace}
        only={['township', 'village', 'grid']}
      />
      <button type="button" className="firm" disabled={waiting || search.isPending} onClick={send}>
        <Search size={16} aria-hidden />
        {t.search()}
      </button>
      <p className="quiet-ink" role="status">
        {waiting
          ? t.searching()
          : last?.doneAt
            ? t.searched({ at: ago(last.doneAt, now), persons: last.persons ?? 0, found: last.found ?? 0 })
            : t.never()}
      </p>
    </div>
  )
}

type QueueProps = {
  state: State
  pair: string | undefined
  onState: (state: State) => void
  onOpen: (pair: string) => void
}

function Queue({ state, pair, onState, onOpen }: QueueProps) {
  const figures = useAsk(matchFigures, {})
  const list = usePages(listMatches, { state, limit: 50 })
  const { open = 0, later = 0, same = 0, different = 0 } = figures.data ?? {}
  const count: Record<State, number> = { open, later, decided: same + different }
  return (
    <Panel title={t.queue()} flush className="pairs-queue">
      <SearchHere />
      <div className="filters list-filters">
        <Segmented
          name="state"
          aria-label={t.states()}
          value={state}
          onChange={onState}
          options={STATES.map((key) => ({ value: key, label: `${t[`show_${key}`]()} ${count[key]}` }))}
        />
      </div>
      <Shown of={{ ...list, data: list.first }} lines={8}>
        {() => (
          <>
            <Table
              caption={t.queue()}
              rows={list.rows}
              keyOf={({ id }) => id}
              active={pair}
              onOpen={({ id }) => onOpen(id)}
              empty={<Empty text={t[`none_${state}`]()} />}
              columns={[
                {
                  key: 'pair',
                  title: t.pair(),
                  cell: ({ id, names: [a = '', b = ''] }) => (
                    <button type="button" className="link" onClick={() => onOpen(id)}>
                      {t.and({ a, b })}
                    </button>
                  ),
                },
                ...(state === 'decided'
                  ? [
                      {
                        key: 'state',
                        title: t.states(),
                        width: 130,
                        cell: (row: (typeof list.rows)[number]) => (
                          <span className="chip" data-tone={row.state === 'same' ? 'done' : 'void'}>
                            {t[`state_${row.state}`]()}
                          </span>
                        ),
                      },
                    ]
                  : []),
                { key: 'likely', title: t.likely(), width: 90, end: true, cell: ({ likely }) => percent(likely) },
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
    </Panel>
  )
}
