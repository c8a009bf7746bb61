import { Select } from 'antd'
import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { dayOf } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { ScopeTrail, useScope } from '#modules/places/parts/scope.tsx'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { counted } from '#ui/console/figures.ts'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { More, Table } from '#ui/console/table.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useLive, usePages } from '#ui/query.tsx'
import { listKinds } from '../contract.ts'
import { coverage, listGaps, listOverloads } from '../contract-coverage.ts'
import { BondTabs } from './bond-tabs.tsx'
import { CoverageMap } from './coverage-map.tsx'
import { Filling } from './filling.tsx'
import { bondTexts as t } from './messages.ts'
import { Ready } from './ready.tsx'
import { ReadySearch } from './ready-search.tsx'
import { RotationPage } from './rotation.tsx'
import { ReportingPage } from './reporting.tsx'
import './bonds.css'

/** The kind that the demo, and Quzhou, mean when they ask whether every household has somebody. */
const USUAL = 'member_household'
const ALL = 'all'

/** What the acting post has first of all: coverage for whoever answers for a place, posts for whoever fills them. */
export function BondsPage() {
  const { permissions } = useActing()
  if (permissions.has('bonds.read')) return <CoveragePage />
  return permissions.has('bonds.rotate') ? <RotationPage /> : <ReportingPage />
}

function useAsked() {
  const { place } = useScope()
  const [address, change] = useAddress()
  const now = useNow()
  const kind = address['kind'] ?? USUAL
  const day = address['day'] ?? dayOf(now)
  return { asked: { place, day, ...(kind === ALL ? {} : { kind }) }, kind, day, change }
}

function CoveragePage() {
  const { asked, kind } = useAsked()
  const proof = useAsk(coverage, asked)
  const gaps = usePages(listGaps, { ...asked, limit: 200 })
  const [open, setOpen] = useState<'filling' | 'ready'>()
  const { setPlace } = useScope()
  useLive('bonds.', [coverage, listGaps, listOverloads])
  return (
    <Page title={t.sections()} trail={<BondTabs now="coverage" />} className="page-fit">
      <div className="bonds-coverage">
        <section className="panel bonds-facts" aria-label={t.coverage()}>
          <Choices />
          <Shown of={proof} lines={2}>
            {(answer) => <Facts proof={answer} />}
          </Shown>
        </section>
        <CoverageMap proof={proof.data} gaps={gaps.rows} />
        <Places proof={proof} />
        <div className="bonds-lists">
          <Gaps list={gaps} onOpen={setOpen} canFill={kind !== ALL} />
          <Overloads />
        </div>
      </div>
      {open === 'filling' && <Filling place={asked.place} kind={kind} onClose={() => setOpen(undefined)} />}
      {open === 'ready' && kind !== ALL && asked.place.length >= 12 && (
        <Ready place={asked.place} kind={kind} onClose={() => setOpen(undefined)} />
      )}
      {open === 'ready' && (kind === ALL || asked.place.length < 12) && (
        <ReadySearch
          place={asked.place}
          kind={kind === ALL ? undefined : kind}
          onClose={() => setOpen(undefined)}
          onPlace={(code) => {
            setOpen(undefined)
            setPlace(code)
          }}
        />
      )}
    </Page>
  )
}

function Choices() {
  const { kind, day, change } = useAsked()
  const kinds = useAsk(listKinds, {})
  const near = (kinds.data?.rows ?? []).filter((one) => one.near)
  return (
    <div className="filters">
      <ScopeTrail />
      <Select
        aria-label={t.kind()}
        style={{ width: 190 }}
        value={kind}
        options={[
          { value: ALL, label: t.anyKind() },
          ...near.map(({ code, name }) => ({ value: code, label: named(name) })),
        ]}
        onChange={(value: string) => change({ kind: value === USUAL ? undefined : value })}
      />
      <input
        type="date"
        className="list-day"
        aria-label={t.day()}
        value={day}
        onChange={(event) => change({ day: event.target.value || undefined })}
      />
    </div>
  )
}

type Proof = OutputOf<typeof coverage>

function Facts({ proof }: { proof: Proof }) {
  const missing = proof.households - proof.reached
  const rows = [
    [t.households(), proof.households, false],
    [t.reached(), proof.reached, false],
    [t.gaps(), missing, missing > 0],
    [t.overloaded(), proof.overloaded, proof.overloaded > 0],
    [t.vacant(), proof.vacant, proof.vacant > 0],
  ] as const
  return (
    <>
      <dl>
        {rows.map(([name, value, bad]) => (
          <div key={name} className="bonds-fact">
            <dt>{name}</dt>
            <dd className={bad ? 'late-number' : ''}>{counted(value)}</dd>
          </div>
        ))}
      </dl>
      <p className="bonds-proof" data-whole={proof.whole ? '' : undefined} role="status">
        <strong>
          {proof.whole ? t.whole() : t.notWhole({ gaps: counted(missing), over: counted(proof.overloaded) })}
        </strong>
        <span className="quiet-ink">{t.recounted({ millis: proof.millis })}</span>
      </p>
    </>
  )
}

function Places({ proof }: { proof: ReturnType<typeof useAsk<typeof coverage>> }) {
  const { setPlace } = useScope()
  return (
    <Panel title={t.byPlace()} flush>
      <Shown of={proof} lines={8}>
        {({ areas }) => (
          <Table
            caption={t.byPlace()}
            rows={areas.toSorted(
              (a, b) => b.households - b.reached - (a.households - a.reached) || (a.code < b.code ? -1 : 1),
            )}
            keyOf={({ code }) => code}
            onOpen={({ code }) => setPlace(code)}
            empty={<Empty text={t.noGaps()} />}
            columns={[
              {
                key: 'name',
                title: t.place(),
                cell: ({ code, name }) => (
                  <button type="button" className="link" onClick={() => setPlace(code)}>
                    {name}
                  </button>
                ),
              },
              {
                key: 'households',
                title: t.households(),
                width: 64,
                end: true,
                cell: ({ households }) => counted(households),
              },
              {
                key: 'gaps',
                title: t.gaps(),
                width: 64,
                end: true,
                cell: ({ households, reached }) => <Red count={households - reached} />,
              },
              {
                key: 'over',
                title: t.overloaded(),
                width: 78,
                end: true,
                cell: ({ overloaded }) => <Red count={overloaded} />,
              },
            ]}
          />
        )}
      </Shown>
    </Panel>
  )
}

const Red = ({ count }: { count: number }) =>
  count > 0 ? <span className="late-number">{counted(count)}</span> : <>0</>

type GapPages = ReturnType<typeof usePages<typeof listGaps>>

type GapsProps = { list: GapPages; onOpen: (what: 'filling' | 'ready') => void; canFill: boolean }

function Gaps({ list, onOpen, canFill }: GapsProps) {
  const { place } = useScope()
  const { permissions } = useActing()
  const fills = canFill && place.length >= 12 && permissions.has('bonds.fill')
  const action = (
    <>
      <button type="button" className="link" onClick={() => onOpen('ready')}>
        {t.ready()}
      </button>
      {fills && list.rows.length > 0 && (
        <button type="button" className="firm" onClick={() => onOpen('filling')}>
          {t.propose()}
        </button>
      )}
    </>
  )
  return (
    <Panel title={t.gapList()} flush action={action}>
      <Shown of={{ ...list, data: list.first }} lines={6}>
        {() => (
          <>
            <Table
              caption={t.gapList()}
              rows={list.rows}
              keyOf={({ household }) => household}
              empty={<Empty text={t.noGaps()} />}
              columns={[
                {
                  key: 'address',
                  title: t.address(),
                  cell: ({ address, placeName }) => <span title={placeName}>{address ?? placeName}</span>,
                },
                {
                  key: 'place',
                  title: t.place(),
                  width: 170,
                  cell: ({ placeName }) => (
                    <span title={placeName}>{placeName.split(' · ').slice(-2).join(' · ')}</span>
                  ),
                },
              ]}
            />
            {list.rows.length > 0 && !fills && <p className="table-foot">{t.proposeHow()}</p>}
            {list.hasNextPage && (
              <More
                shown={list.rows.length}
                more
                loading={list.isFetchingNextPage}
                onMore={() => void list.fetchNextPage()}
              />
            )}
          </>
        )}
      </Shown>
    </Panel>
  )
}

function Overloads() {
  const { asked } = useAsked()
  const found = useAsk(listOverloads, asked)
  return (
    <Panel title={t.overloadList()} flush>
      <Shown of={found} lines={2}>
        {({ rows }) => (
          <Table
            caption={t.overloadList()}
            rows={rows}
            keyOf={({ source, kind }) => `${source.id} ${kind}`}
            empty={<Empty text={t.noOverloads()} />}
            columns={[
              { key: 'name', title: t.name(), cell: ({ name, title }) => <span title={title}>{name}</span> },
              {
                key: 'load',
                title: t.load(),
                width: 60,
                end: true,
                cell: ({ load }) => <span className="late-number">{load}</span>,
              },
              { key: 'most', title: t.most(), width: 60, end: true, cell: ({ most }) => most },
            ]}
          />
        )}
      </Shown>
    </Panel>
  )
}
