import Eye from 'lucide-react/icons/eye'
import { type ReactNode, useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { dayOf, millis } from '#kernel/clock.ts'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button, GoButton } from '#ui/kit/button.tsx'
import { Card } from '#ui/kit/card.tsx'
import { Rows } from '#ui/kit/row.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Tabs } from '#ui/kit/tabs.tsx'
import { said } from '#ui/messages.ts'
import { useNow } from '#ui/now.ts'
import { usePages } from '#ui/query.tsx'
import { day } from '#ui/time.ts'
import { listLooks } from '../contract.ts'
import { fold } from './fold.ts'
import { LookGroups, type Narrow, type Way } from './look-groups.tsx'
import { articleText, LookRow } from './look-row.tsx'
import { looksTexts as t } from './messages.ts'
import './looks.css'

const WAYS = ['time', 'office', 'purpose', 'month'] as const
const NAMES = { time: t.byTime, office: t.byOffice, purpose: t.byPurpose, month: t.byMonth }

/** Every read of my data: newest first, or put together by office, purpose or month. */
export function Looks() {
  const [way, setWay] = useState<'time' | Way>('time')
  const [narrow, setNarrow] = useState<Narrow | null>(null)
  const choose = (chosen: Narrow): void => {
    setNarrow(chosen)
    setWay('time')
  }
  return (
    <Screen title={t.title()} up="/me">
      <p className="quiet">{t.hint()}</p>
      <Tabs
        label={t.ways()}
        tabs={WAYS.map((key) => ({ key, text: NAMES[key]() }))}
        chosen={way}
        onChoose={(chosen) => {
          setNarrow(null)
          setWay(chosen)
        }}
      />
      {way === 'time' ? (
        <List narrow={narrow} onAll={() => setNarrow(null)} />
      ) : (
        <LookGroups way={way} onChoose={choose} />
      )}
      <GoButton look="plain" to="/me/purposes">
        {t.purposes()}
      </GoButton>
    </Screen>
  )
}

function List({ narrow, onAll }: { narrow: Narrow | null; onAll: () => void }) {
  const { what, ...filter } = narrow ?? { what: '' }
  const looks = usePages(listLooks, { limit: 30, ...filter })
  return (
    <>
      <Answered asked={{ data: looks.first, error: looks.error, refetch: looks.refetch }}>
        {({ total30, organs30, appeared }) => (
          <>
            {narrow ? (
              <Narrowed text={t.only({ what })} onAll={onAll} />
            ) : (
              <>
                <h2 className="case-title">{t.count({ looks: total30, organs: organs30 })}</h2>
                <Appeared rows={appeared} />
              </>
            )}
            {looks.rows.length === 0 ? (
              <Empty icon={<Eye aria-hidden />} text={narrow ? t.noneSuch() : t.none()} />
            ) : (
              <Card flush>
                <Rows>
                  {fold(looks.rows).map(({ look, times }) => (
                    <LookRow key={look.id} look={look} times={times} />
                  ))}
                </Rows>
              </Card>
            )}
          </>
        )}
      </Answered>
      {looks.hasNextPage && (
        <Button look="plain" wide busy={looks.isFetchingNextPage} onClick={() => void looks.fetchNextPage()}>
          {said.more()}
        </Button>
      )}
    </>
  )
}

const Narrowed = ({ text, onAll }: { text: string; onAll: () => void }): ReactNode => (
  <div className="look-narrow" role="status">
    <strong>{text}</strong>
    <Button look="plain" onClick={onAll}>
      {t.all()}
    </Button>
  </div>
)

/** What a law kept back has come due: said above the list, since its rows stand where they belong by time. */
function Appeared({ rows }: { rows: OutputOf<typeof listLooks>['appeared'] }) {
  const now = useNow()
  if (rows.length === 0) return null
  const dayText = (at: string): string => day(dayOf(millis(at)), now)
  return (
    <Card>
      <State tone="rights" text={t.appeared()} />
      {rows.map(({ organ, office, article, since, until }) => (
        <p key={`${office} ${until}`}>
          {t.appearedWhat({ office: organ ?? t.someOffice(), since: dayText(since), until: dayText(until) })}
          <br />
          <span className="quiet">{t.article({ article: articleText(article) })}</span>
        </p>
      ))}
    </Card>
  )
}
