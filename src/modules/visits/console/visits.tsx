import './tuesday.css'
import { named } from '#kernel/messages.ts'
import { stateText } from '#modules/cases/parts/looks.ts'
import { numberText } from '#modules/cases/parts/number.ts'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { Go } from '#ui/console/go.tsx'
import { When } from '#ui/console/moment.tsx'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { More, Table } from '#ui/console/table.tsx'
import { usePages } from '#ui/query.tsx'
import { listPromises, listVisits, type NoteView, type PromiseView, type VisitView } from '../contract.ts'
import { promiseText } from '../parts/looks.ts'
import { visitNumberText } from '../parts/number.ts'
import { visitWords } from '../parts/messages.ts'
import { visitTexts as t } from './messages.ts'
import { sectionText, VisitTabs } from './visit-tabs.tsx'

/** What was said at the doors of a place and what came of it. Nobody's visits are counted. */
export function VisitsPage() {
  const { place: top } = useActing()
  const [address, change] = useAddress()
  const at = address['place'] ? { place: address['place'] } : {}
  const visits = usePages(listVisits, { ...at, limit: 20 })
  const promises = usePages(listPromises, { ...at, open: true, limit: 50 })
  const filter = (
    <PlaceSelect
      label={t.place()}
      under={top}
      width={220}
      value={address['place']}
      onChange={(code) => change({ place: code ?? undefined })}
    />
  )
  return (
    <Page
      title={t.title()}
      section={sectionText()}
      trail={<VisitTabs now="visits" />}
      actions={filter}
      className="page-fit"
    >
      <div className="visits-page">
        <Panel title={t.visits()} note={t.lead()} flush>
          <Shown of={{ ...visits, data: visits.first }} lines={10}>
            {() => (
              <>
                <div className="visits-list">
                  {visits.rows.length === 0 && <Empty text={t.none()} />}
                  {visits.rows.map((visit) => (
                    <Visit key={visit.id} visit={visit} />
                  ))}
                </div>
                <More
                  shown={visits.rows.length}
                  more={visits.hasNextPage}
                  loading={visits.isFetchingNextPage}
                  onMore={() => void visits.fetchNextPage()}
                />
              </>
            )}
          </Shown>
        </Panel>
        <Panel title={t.promises()} flush>
          <Shown of={{ ...promises, data: promises.first }} lines={10}>
            {() => (
              <>
                <Promises rows={promises.rows} />
                <More
                  shown={promises.rows.length}
                  more={promises.hasNextPage}
                  loading={promises.isFetchingNextPage}
                  onMore={() => void promises.fetchNextPage()}
                />
              </>
            )}
          </Shown>
        </Panel>
      </div>
    </Page>
  )
}

function Visit({ visit }: { visit: VisitView }) {
  const withNote = new Set(visit.notes.flatMap(({ became }) => became?.id ?? []))
  return (
    <article>
      <header>
        <strong className="strong">
          {visit.address} <span className="quiet-ink">{visit.placeName}</span>
        </strong>
        <span className="quiet-ink">
          <When at={visit.at} /> · {visit.by?.name} · {visitWords[visit.outcome]()}
        </span>
      </header>
      {visit.notes.map((note) => (
        <div key={note.id}>
          <blockquote>{note.text ?? visitWords.recorded({ seconds: Math.round(note.voice?.seconds ?? 0) })}</blockquote>
          {note.became && <Became of={note.became} />}
        </div>
      ))}
      {visit.cases
        .filter(({ id }) => !withNote.has(id))
        .map((one) => (
          <Became key={one.id} of={one} />
        ))}
      {visit.updated.length > 0 && (
        <span className="quiet-ink">
          {visitWords.updated()}：{visit.updated.map(({ name }) => named(name)).join(visitWords.comma())}
        </span>
      )}
      {visit.promises.map((promise) => (
        <span key={promise.id}>
          {visitWords.promised()}：{promise.text} · {visitWords.due({ day: promise.due })} ·{' '}
          <span className={promise.late ? 'late-number' : 'quiet-ink'}>{promiseText(promise)}</span>
        </span>
      ))}
      <span className="quiet-ink">{visitWords.number({ number: visitNumberText(visit.number) })}</span>
    </article>
  )
}

const Became = ({ of: { id, number, state, kindName } }: { of: NonNullable<NoteView['became']> }) => (
  <span>
    {visitWords.became()} <Go to={`/cases/${id}`}>{numberText(number)}</Go> · {named(kindName)} ·{' '}
    <span className="quiet-ink">{stateText(state as never)}</span>
  </span>
)

const Promises = ({ rows }: { rows: readonly PromiseView[] }) => (
  <Table
    caption={t.promises()}
    rows={rows}
    keyOf={({ id }) => id}
    empty={<Empty text={t.promisesNone()} />}
    columns={[
      {
        key: 'text',
        title: t.promise(),
        cell: ({ text }) => (
          <strong className="strong" title={text}>
            {text}
          </strong>
        ),
      },
      { key: 'door', title: t.household(), width: 150, cell: ({ address }) => <span title={address}>{address}</span> },
      { key: 'by', title: t.maker(), width: 90, cell: ({ by }) => <span title={by?.title}>{by?.name ?? '—'}</span> },
      {
        key: 'due',
        title: t.due(),
        width: 104,
        cell: ({ due, late }) => <span className={late ? 'late-number' : ''}>{due}</span>,
      },
      {
        key: 'state',
        title: t.state(),
        width: 104,
        cell: (row) => <span className={row.late ? 'late-number' : ''}>{promiseText(row)}</span>,
      },
    ]}
  />
)
