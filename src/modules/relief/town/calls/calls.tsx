import PhoneCall from 'lucide-react/icons/phone-call'
import type { OutputOf } from '#kernel/contract.ts'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Card } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { reliefMine } from '../../contract-mine.ts'
import { ownCallTexts as t } from './messages.ts'

type OwnCall = OutputOf<typeof reliefMine>['calls'][number]

/** What I rang for, and what became of it. */
export function OwnCalls() {
  const asked = useAsk(reliefMine, {}, { everyMs: 60_000 })
  return (
    <Screen title={t.title()} up="/">
      <Answered asked={asked} rows={2}>
        {({ calls }) =>
          calls.length === 0 ? (
            <Card>
              <Empty icon={<PhoneCall aria-hidden />} text={t.none()} />
            </Card>
          ) : (
            <>
              {calls
                .toSorted((a, b) => b.takenAt.localeCompare(a.takenAt))
                .map((call) => (
                  <Call key={call.takenAt} call={call} />
                ))}
              {calls.some(({ became }) => became === 'case') && <p className="quiet">{t.cases()}</p>}
            </>
          )
        }
      </Answered>
    </Screen>
  )
}

function Call({ call: { text, takenAt, became, answer } }: { call: OwnCall }) {
  const now = useNow()
  return (
    <Card>
      <State tone={became ? 'done' : 'work'} text={became ? t[`became_${became}`]() : t.waiting()} />
      <p>
        <strong>{text}</strong>
      </p>
      {answer && (
        <p>
          {t.answer()}：{answer}
        </p>
      )}
      <p className="quiet">{t.at({ when: moment(takenAt, now) })}</p>
    </Card>
  )
}
