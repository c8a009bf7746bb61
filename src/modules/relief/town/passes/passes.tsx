import IdCard from 'lucide-react/icons/id-card'
import { millis } from '#kernel/clock.ts'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Card, Facts, Part } from '#ui/kit/card.tsx'
import { Row, Rows } from '#ui/kit/row.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useNow } from '#ui/now.ts'
import { moment, span } from '#ui/time.ts'
import type { PassView } from '../../contract-passes.ts'
import { passWords } from '../../parts/pass-messages.ts'
import { codeText, passState, TONE_OF_PASS } from '../../parts/pass.ts'
import { ownPassTexts as t } from './messages.ts'
import { useOwnPasses } from './own.ts'
import './passes.css'

/** Each pass of mine as a card with its code, those that are worth something first. */
export function OwnPasses() {
  const now = useNow()
  const asked = useOwnPasses()
  return (
    <Screen title={t.title()} up="/">
      <Answered asked={asked} rows={3}>
        {({ rows }) => {
          const good = rows.filter((pass) => ['live', 'ahead'].includes(passState(pass, now)))
          const over = rows.filter((pass) => !good.includes(pass))
          return (
            <>
              {good.length > 0 && <p className="quiet">{t.lead()}</p>}
              {good.toSorted(byUntil).map((pass) => (
                <Pass key={pass.id} pass={pass} />
              ))}
              {good.length === 0 && (
                <Card>
                  <Empty icon={<IdCard aria-hidden />} text={t.none()}>
                    <p className="quiet">{t.noneSub()}</p>
                  </Empty>
                </Card>
              )}
              {over.length > 0 && <Before rows={over.toSorted(byUntil).toReversed()} />}
              {rows.length > 0 && <p className="quiet">{t.seen()}</p>}
            </>
          )
        }}
      </Answered>
    </Screen>
  )
}

const byUntil = (a: PassView, b: PassView): number => a.until.localeCompare(b.until)

function Pass({ pass }: { pass: PassView }) {
  const now = useNow()
  const state = passState(pass, now)
  const { code, plate, reason, why, placeName, from, until, by } = pass
  return (
    <Card flush>
      <div className={`own-pass ${state}`}>
        <p className="own-pass-head">
          <span>{passWords[reason]()}</span>
          <span>{passWords[state]()}</span>
        </p>
        <p className="unseen">{t.code()}</p>
        <p className="own-pass-code">{codeText(code)}</p>
        <p>
          {state === 'live'
            ? `${t.until()} ${moment(until, now)} · ${t.left({ span: span(millis(until) - now) })}`
            : `${t.from()} ${moment(from, now)}`}
        </p>
      </div>
      <div className="own-pass-facts">
        <Facts
          rows={[
            [t.why(), why],
            ...(plate ? [[t.plate(), plate] as const] : []),
            [t.to(), placeName],
            [t.from(), moment(from, now)],
            [t.until(), moment(until, now)],
            ...(by ? [[t.by(), `${by.name} · ${by.title}`] as const] : []),
          ]}
        />
      </div>
    </Card>
  )
}

function Before({ rows }: { rows: readonly PassView[] }) {
  const now = useNow()
  return (
    <Part title={t.before()}>
      <Card flush>
        <Rows label={t.before()}>
          {rows.map((pass) => {
            const state = passState(pass, now)
            return (
              <Row
                key={pass.id}
                title={codeText(pass.code)}
                sub={`${passWords[pass.reason]()} · ${moment(pass.endedAt ?? pass.until, now)}`}
                aside={<State tone={TONE_OF_PASS[state]} text={passWords[state]()} />}
              />
            )
          })}
        </Rows>
      </Card>
    </Part>
  )
}
