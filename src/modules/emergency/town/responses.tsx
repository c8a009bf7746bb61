import ShieldCheck from 'lucide-react/icons/shield-check'
import type { OutputOf } from '#kernel/contract.ts'
import { named } from '#kernel/messages.ts'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button, GoButton } from '#ui/kit/button.tsx'
import { Card, Facts, Part } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { said } from '#ui/messages.ts'
import { useNow } from '#ui/now.ts'
import { useAsk, usePages } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { current, listActivations } from '../contract.ts'
import { phoneWords as w } from '../parts/phone-messages.ts'
import { areaOf, ResponseCard } from '../parts/response-card.tsx'
import { levelText, stateText } from '../parts/word-messages.ts'
import { townEmergencyTexts as t } from './messages.ts'

type Past = OutputOf<typeof listActivations>['rows'][number]
const OVER = new Set(['settling', 'destroying', 'closed'])

/** For everybody, without an account: what is in force, and each that was with the certificate of what became of its data. */
export function Responses() {
  const live = useAsk(current, {}, { everyMs: 60_000 })
  return (
    <Screen title={t.title()} up="/">
      <p className="quiet">{t.lead()}</p>
      <Answered asked={live} rows={4}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Card>
              <Empty icon={<ShieldCheck aria-hidden />} text={t.peace()} />
            </Card>
          ) : (
            rows.map((row) => <ResponseCard key={row.id} of={row} />)
          )
        }
      </Answered>
      <Before />
    </Screen>
  )
}

function Before() {
  const list = usePages(listActivations, { limit: 20 })
  const past = list.rows.filter(({ state }) => OVER.has(state))
  return (
    <Part title={t.before()}>
      <Answered asked={{ ...list, data: list.first }} rows={2}>
        {() => (
          <>
            {past.length === 0 && (
              <Card>
                <p className="quiet">{t.none()}</p>
              </Card>
            )}
            {past.map((row) => (
              <PastCard key={row.id} row={row} />
            ))}
            {list.hasNextPage && (
              <Button look="plain" wide busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {said.more()}
              </Button>
            )}
          </>
        )}
      </Answered>
    </Part>
  )
}

function PastCard({ row }: { row: Past }) {
  const now = useNow()
  const when = row.endedAt ? moment(row.endedAt, now) : ''
  return (
    <Card>
      <div className="states">
        {row.drill && <State boxed tone="rights" text={w.drill()} />}
        <State boxed tone={row.certificate ? 'done' : 'void'} text={stateText(row.state)} />
      </div>
      <h3 className="case-title">
        {named(row.name)} {levelText(row.level)}
      </h3>
      <Facts
        rows={[
          [w.area(), areaOf(row)],
          [w.since(), moment(row.since, now)],
          [w.ended(), row.whyEnded === 'expired' ? w.expired({ when }) : w.declared({ when })],
          [w.number(), row.number],
        ]}
      />
      {row.certificate ? (
        <GoButton look="soft" wide to={`/emergency/certificates/${row.certificate}`}>
          {t.certificate()}
          <span className="unseen"> {row.number}</span>
        </GoButton>
      ) : (
        <p className="quiet">{t.noCertificate()}</p>
      )}
    </Card>
  )
}
