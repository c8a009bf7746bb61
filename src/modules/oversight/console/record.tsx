import { Segmented } from 'antd'
import { named } from '#kernel/messages.ts'
import { listPurposes } from '#modules/consents/contract.ts'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { useActing } from '#ui/console/acting.ts'
import { type Address, useAddress } from '#ui/console/address.ts'
import { Page } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { type Column, More, Table } from '#ui/console/table.tsx'
import { exactTime } from '#ui/console/when.ts'
import { refusalTexts } from '#kernel/refusal-messages.ts'
import { useAsk, usePages } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import type { z } from 'zod'
import { listRecord, type RecordRow } from '../contract.ts'
import { oversightTexts as t } from './messages.ts'
import { Verify } from './verify.tsx'

type Row = z.infer<typeof RecordRow>
const KINDS = ['command', 'query', 'refusal'] as const
const KIND_TONE = { command: 'work', query: 'rights', refusal: 'late' } as const

/** 审计: who did or read what, for which purpose, refusals too; newest first. */
export function RecordPage() {
  const { permissions } = useActing()
  const [address] = useAddress()
  const words = useSettled(JSON.stringify(wordsOf(address)))
  const purposes = useAsk(listPurposes, {})
  const names = new Map((purposes.data?.rows ?? []).map(({ key, name }) => [key, named(name)]))
  const list = usePages(listRecord, { ...filterOf(address), ...(JSON.parse(words) as Words), limit: 100 })
  return (
    <Page title={t.title()} actions={permissions.has('oversight.verify') && <Verify />} className="page-fit">
      <div className="panel panel-flush">
        <Filters />
        <div className="panel-body">
          <Shown of={{ ...list, data: list.first }} lines={14}>
            {() => (
              <>
                <Table
                  caption={t.table()}
                  rows={list.rows}
                  keyOf={({ seq }) => seq}
                  columns={columns(names)}
                  empty={<Empty text={t.none()} />}
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
        </div>
      </div>
    </Page>
  )
}

type Words = { name?: string; purpose?: string; subject?: string; person?: string }
const wordsOf = ({ name, purpose, subject, person }: Address): Words => ({
  ...(name ? { name } : {}),
  ...(purpose ? { purpose } : {}),
  ...(subject ? { subject } : {}),
  ...(person ? { person } : {}),
})

const filterOf = ({ kind, place, from, to }: Address) => {
  const known = KINDS.find((each) => each === kind)
  return {
    ...(known ? { kind: known } : {}),
    ...(place ? { place } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  }
}

function Filters() {
  const [address, change] = useAddress()
  const { place: top } = useActing()
  const words = (key: 'name' | 'purpose' | 'subject' | 'person', label: string) => (
    <input
      className="list-search record-word"
      type="search"
      aria-label={label}
      placeholder={label}
      value={address[key] ?? ''}
      onChange={(event) => change({ [key]: event.target.value })}
    />
  )
  const day = (key: 'from' | 'to', label: string) => (
    <label className="row">
      <span className="quiet-ink">{label}</span>
      <input
        className="list-day"
        type="date"
        value={address[key] ?? ''}
        onChange={(event) => change({ [key]: event.target.value })}
      />
    </label>
  )
  return (
    <div className="filters list-filters">
      <Segmented
        name="kind"
        value={address['kind'] ?? ''}
        options={[
          { value: '', label: t.anyKind() },
          ...KINDS.map((value) => ({ value: value as string, label: t[`kind_${value}`]() })),
        ]}
        onChange={(kind) => change({ kind })}
      />
      {words('name', t.name())}
      {words('purpose', t.purpose())}
      {words('subject', t.subject())}
      {words('person', t.person())}
      <PlaceSelect
        label={t.place()}
        under={top}
        width={150}
        value={address['place']}
        onChange={(place) => change({ place: place ?? undefined })}
      />
      {day('from', t.from())}
      {day('to', t.to())}
    </div>
  )
}

/** Why, in words; the code stays at hand for the log. */
const refusedFor = (code: string) => (
  <span title={code in refusalTexts ? refusalTexts[code as keyof typeof refusalTexts]() : undefined}>{code}</span>
)

const columns = (names: ReadonlyMap<string, string>): Column<Row>[] => [
  {
    key: 'at',
    title: t.at(),
    width: 168,
    cell: ({ at, request }) => <span title={t.request({ request })}>{exactTime(at)}</span>,
  },
  {
    key: 'who',
    title: t.who(),
    cell: ({ personName, postTitle, organName, role }) => {
      const who =
        [personName, postTitle, organName].filter(Boolean).join(' · ') ||
        (role === 'system' ? t.system() : role === 'resident' ? t.resident() : t.stranger())
      return <span title={who}>{who}</span>
    },
  },
  {
    key: 'what',
    title: t.what(),
    width: 250,
    cell: ({ kind, name }) => (
      <span className="row">
        <span className="chip" data-tone={KIND_TONE[kind]}>
          {t[`kind_${kind}`]()}
        </span>
        <code>{name}</code>
      </span>
    ),
  },
  {
    key: 'outcome',
    title: t.outcome(),
    width: 128,
    cell: ({ outcome, kind }) =>
      kind === 'refusal' ? (
        <span className="late-number">{refusedFor(outcome)}</span>
      ) : outcome === 'done' ? (
        t.success()
      ) : (
        outcome
      ),
  },
  {
    key: 'about',
    title: t.about(),
    width: 196,
    cell: ({ subject, place }) => <code title={subject ?? undefined}>{subject ?? place ?? '—'}</code>,
  },
  {
    key: 'purpose',
    title: t.purpose(),
    width: 176,
    cell: ({ purpose, about, withheldUntil }) => (
      <span className="row">
        {withheldUntil && (
          <span className="chip" data-tone="soon" title={t.withheldUntil({ until: exactTime(withheldUntil) })}>
            {t.withheld()}
          </span>
        )}
        {about && !withheldUntil && (
          <span className="chip" data-tone="rights">
            {t.personal()}
          </span>
        )}
        <span title={purpose ?? undefined}>{purpose === null ? null : (names.get(purpose) ?? purpose)}</span>
      </span>
    ),
  },
  {
    key: 'seal',
    title: t.seal(),
    width: 92,
    cell: ({ sealed }) => (sealed ? t.sealed() : <span className="quiet-ink">{t.unsealed()}</span>),
  },
]
