import Users from 'lucide-react/icons/users'
import type { ReactNode } from 'react'
import { type listPosts, teamOf } from '#modules/posts/contract.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { Answered } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Card, Facts, Note, Part } from '#ui/kit/card.tsx'
import { Row, Rows } from '#ui/kit/row.tsx'
import { Home, Screen } from '#ui/kit/screen.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { getFigures, type Tally } from '../contract-figures.ts'
import { placeTexts as t } from './messages.ts'

type Post = OutputOf<typeof listPosts>['rows'][number]

/** The place of my post. */
export const MyPlace = ({ code, name }: { code: string; name: string }) => (
  <Home title={t.title()} sub={name}>
    <PlaceBody code={code} first />
  </Home>
)

/** A place below it. */
export function OnePlace({ code }: { code: string }) {
  const asked = useAsk(getFigures, { place: code })
  return (
    <Screen title={asked.data?.place.name ?? ''} up="/places">
      <PlaceBody code={code} />
    </Screen>
  )
}

function PlaceBody({ code, first = false }: { code: string; first?: boolean }) {
  const asked = useAsk(getFigures, { place: code })
  const now = useNow()
  return (
    <Answered asked={asked} rows={first ? 3 : 2}>
      {({ total, children, asOf }) => (
        <>
          <Figures total={total} />
          <Closed total={total} />
          <Team code={code} />
          {children.length > 0 && (
            <Part title={t.below()}>
              <Card flush>
                <Rows>
                  {needFirst(children).map((child) => (
                    <Row
                      key={child.code}
                      to={`/places/${child.code}`}
                      title={child.name}
                      sub={t.counts({ open: child.tally.open, late: child.tally.late })}
                      state={
                        child.tally.late > 0 ? (
                          <State tone="late" text={`${t.late()} ${child.tally.late}`} />
                        ) : undefined
                      }
                    />
                  ))}
                </Rows>
              </Card>
            </Part>
          )}
          <p className="quiet">{t.asOf({ when: moment(asOf, now) })}</p>
        </>
      )}
    </Answered>
  )
}

type Child = OutputOf<typeof getFigures>['children'][number]

/** Where something is late or open stands first. */
const needFirst = (children: readonly Child[]): Child[] =>
  children.toSorted((a, b) => b.tally.late - a.tally.late || b.tally.open - a.tally.open)

const Figures = ({ total }: { total: Tally }) => (
  <div className="figures">
    <Figure value={total.open} text={t.open()} />
    <Figure value={total.late} text={t.late()} late={total.late > 0} />
    <Figure value={total.received} text={t.received()} />
  </div>
)

const Figure = ({ value, text, late = false }: { value: number; text: string; late?: boolean }) => (
  <div className={late ? 'late' : ''}>
    <strong>{value}</strong>
    {text}
  </div>
)

/** How cases ended, each with what it is a part of: claimed is never mixed with confirmed. */
function Closed({ total }: { total: Tally }) {
  const closed = total.confirmed + total.silent + total.claimed
  const share = (part: number): ReactNode => `${part}${closed > 0 ? ` · ${Math.round((part / closed) * 100)}%` : ''}`
  return (
    <Card>
      <h2 className="row-title">{t.ofClosed({ count: closed })}</h2>
      <Facts
        rows={[
          [t.confirmed(), share(total.confirmed)],
          [t.silent(), share(total.silent)],
          [t.claimed(), share(total.claimed)],
          [t.closedGrid(), share(total.closedGrid)],
        ]}
      />
    </Card>
  )
}

function Team({ code }: { code: string }) {
  const asked = useAsk(teamOf, { place: code })
  return (
    <Answered asked={asked} rows={1}>
      {({ here, above, vacant }) => (
        <>
          <Part title={t.team()}>
            {vacant && (
              <Note tone="soon" icon={<Users aria-hidden />}>
                <p>{t.vacant()}</p>
              </Note>
            )}
            {here.length > 0 && <Holders posts={here} />}
          </Part>
          {above.length > 0 && (
            <Part title={t.above()}>
              <Holders posts={above.slice(0, 5)} />
            </Part>
          )}
        </>
      )}
    </Answered>
  )
}

const Holders = ({ posts }: { posts: readonly Post[] }) => (
  <Card flush>
    <Rows>
      {posts.slice(0, 20).map((post) => (
        <Row
          key={post.id}
          title={post.person.name}
          sub={[post.title, post.organ?.name ?? post.placeName].join(' · ')}
        />
      ))}
    </Rows>
  </Card>
)
