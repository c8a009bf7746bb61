import type { OutputOf } from '#kernel/contract.ts'
import { named } from '#kernel/messages.ts'
import { When } from '#ui/console/moment.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { type Column, More, Table } from '#ui/console/table.tsx'
import { exactTime } from '#ui/console/when.ts'
import { useNow } from '#ui/now.ts'
import { usePages } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { listLog } from '../contract.ts'
import { decisionText, powerText, stepText } from '../parts/word-messages.ts'
import { emergencyTexts as t } from './messages.ts'
import { READABLE } from './readable.ts'
import type { Whole } from './one.tsx'
import { bondText } from './preview.tsx'
import { valueText } from './values.ts'

type Power = Whole['powers'][number]

/** What holds the same way in several places is one line; what is live stands above what is over. */
function gathered(powers: readonly Power[]): Power[] {
  const same = Map.groupBy(powers, ({ lever, usual, value, until, live }) =>
    JSON.stringify([lever, usual, value, until, live]),
  )
  return [...same.values()]
    .flatMap(([first, ...others]) =>
      first ? [{ ...first, placeName: [first, ...others].map(({ placeName }) => placeName).join('、') }] : [],
    )
    .toSorted((a, b) => Number(b.live) - Number(a.live))
}

export function Powers({ one }: { one: Whole }) {
  const now = useNow()
  const columns: Column<Power>[] = [
    { key: 'name', title: t.power(), width: '28%', cell: ({ lever }) => <strong>{powerText(lever)}</strong> },
    { key: 'place', title: t.area(), width: '19%', cell: ({ placeName }) => placeName },
    { key: 'value', title: t.change(), cell: ({ usual, value }) => `${valueText(usual)} → ${valueText(value)}` },
    {
      key: 'until',
      title: t.until(),
      width: '30%',
      cell: ({ live, until }) => <span title={exactTime(until)}>{live ? moment(until, now) : t.over()}</span>,
    },
  ]
  return (
    <Table
      caption={t.powers()}
      columns={columns}
      rows={gathered(one.powers)}
      keyOf={({ id }) => id}
      empty={<Empty text={t.noPowers()} />}
    />
  )
}

export const People = ({ one }: { one: Whole }) => (
  <Panel title={t.people()} note={(one.endedAt ? t.postsWere : t.posts)({ count: one.postCount })} className="raised">
    <p className="row wrap">
      {one.bonds.map(({ kind, count }) => (
        <span key={kind} className="chip">
          {t.bonds({ kind: bondText(kind), count })}
        </span>
      ))}
    </p>
    <section aria-label={t.people()} {...READABLE}>
      <ul className="raised-list">
        {one.posts.map((post) => (
          <li key={post.id}>
            <strong>{post.name}</strong>
            <span>
              {post.title} · {named(post.group)}
            </span>
            <span className="quiet-ink">{post.placeName}</span>
          </li>
        ))}
      </ul>
    </section>
  </Panel>
)

/** A decision says what was decided and whether it was confirmed, a step of the ending what was done; the rest is as it was written. */
function entryText({ sort, key, text }: OutputOf<typeof listLog>['rows'][number]): string {
  if (sort === 'step') return stepText(text)
  if (sort === 'review') return t.said({ what: t.doReview(), text })
  if (sort === 'filing') return t.said({ what: t.filing(), text })
  if (sort !== 'decision') return text
  const [kind = '', state = ''] = key.split(' ')
  const said = decisionText(kind as Whole['decisions'][number]['kind'])
  const what =
    state === 'proposed' ? t.logProposed({ what: said }) : state === 'dropped' ? t.logDropped({ what: said }) : said
  return t.said({ what, text })
}

export function Log({ id }: { id: Whole['id'] }) {
  const pages = usePages(listLog, { id, limit: 50 })
  return (
    <Panel title={t.log()} className="log">
      <Shown of={{ ...pages, data: pages.first }}>
        {() =>
          pages.rows.length === 0 ? (
            <Empty text={t.logEmpty()} />
          ) : (
            <section aria-label={t.log()} {...READABLE}>
              <ul className="log-list">
                {pages.rows.map((row, at) => (
                  <li key={`${row.at} ${at}`}>
                    <When at={row.at} />
                    <span>
                      {entryText(row)} {row.by && <span className="quiet-ink">{row.by}</span>}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )
        }
      </Shown>
      <More
        shown={pages.rows.length}
        more={pages.hasNextPage}
        loading={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
      />
    </Panel>
  )
}
