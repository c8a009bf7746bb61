import ShieldCheck from 'lucide-react/icons/shield-check'
import { named } from '#kernel/messages.ts'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { Card, Part } from '#ui/kit/card.tsx'
import { Row, Rows } from '#ui/kit/row.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useAsk, useLive } from '#ui/query.tsx'
import { home } from '../contract.ts'
import { ResponseCard } from '../parts/response-card.tsx'
import { powerText } from '../parts/word-messages.ts'
import { type Mine, Owed } from './entry.tsx'
import { fieldEmergencyTexts as t } from './messages.ts'

/** What is in force where I act: my posts in it, what is open here, which report is mine. */
export function MyEmergencies() {
  const asked = useAsk(home, {}, { everyMs: 60_000 })
  useLive('emergency.', [home])
  return (
    <Screen title={t.title()} up="/">
      <Answered asked={asked} rows={5}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Card>
              <Empty icon={<ShieldCheck aria-hidden />} text={t.peace()} />
            </Card>
          ) : (
            rows.map((row) => <One key={row.id} row={row} />)
          )
        }
      </Answered>
    </Screen>
  )
}

const One = ({ row }: { row: Mine }) => (
  <>
    <ResponseCard of={row} />
    <Card flush>
      {row.report ? (
        <Rows>
          <Owed row={row} report={row.report} />
        </Rows>
      ) : (
        <Rows>
          <Row title={t.toReport()} sub={t.noReport()} to={`/emergency/${row.id}/report`} />
        </Rows>
      )}
    </Card>
    {row.posts.length > 0 && (
      <Part title={t.myPosts()}>
        <Card flush>
          <Rows label={t.myPosts()}>
            {row.posts.map(({ title, group, place, placeName }) => (
              <Row key={`${title} ${place}`} title={title} sub={`${named(group)} · ${placeName}`} />
            ))}
          </Rows>
        </Card>
      </Part>
    )}
    <Part title={t.tools()}>
      <Card>
        {row.opens.length === 0 ? (
          <p className="quiet">{t.noTools()}</p>
        ) : (
          <ul className="tools">
            {row.opens.map((lever) => (
              <li key={lever}>{powerText(lever)}</li>
            ))}
          </ul>
        )}
      </Card>
    </Part>
  </>
)
