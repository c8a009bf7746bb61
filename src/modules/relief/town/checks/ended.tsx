import Flame from 'lucide-react/icons/flame'
import { Answered } from '#ui/kit/answer.tsx'
import { Card } from '#ui/kit/card.tsx'
import { Row, Rows } from '#ui/kit/row.tsx'
import { useAsk } from '#ui/query.tsx'
import { endedChecks } from '../../contract-checks.ts'
import { minuteText } from '../../parts/minute.ts'
import { ownListTexts as t } from './messages.ts'

/** The newest of them; everybody may read that they are gone. */
const SHOWN = 20

export function EndedLists() {
  const asked = useAsk(endedChecks, {})
  return (
    <>
      <p className="quiet">{t.endedSub()}</p>
      <Answered asked={asked} rows={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Card>
              <p className="quiet">{t.endedNone()}</p>
            </Card>
          ) : (
            <Card flush>
              <Rows label={t.ended()}>
                {rows.slice(0, SHOWN).map(({ id, title, source, placeName, rows: count, endedAt, hash }) => (
                  <Row
                    key={id}
                    icon={<Flame aria-hidden />}
                    title={title}
                    sub={`${source} · ${placeName} · ${t.endedRow({ count: count ?? t.few(), when: minuteText(endedAt) })}`}
                    state={
                      <span className="own-list-hash quiet">
                        {t.hash()} <code>{hash}</code>
                      </span>
                    }
                  />
                ))}
              </Rows>
            </Card>
          )
        }
      </Answered>
    </>
  )
}
