import House from 'lucide-react/icons/house'
import { useState } from 'react'
import { millis } from '#kernel/clock.ts'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Facts, Part } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useNow } from '#ui/now.ts'
import { moment, span } from '#ui/time.ts'
import type { StayView } from '../../contract-stays.ts'
import '../../parts/stays.css'
import { ownStayTexts as t } from './messages.ts'
import { AskSheet } from './ask-sheet.tsx'
import { Needs } from './needs.tsx'
import { useOwnStays } from './own.ts'

/** By which decision I stay at home, until when, who helps me, and what became of what I asked for. */
export function OwnStay() {
  const { asked, own } = useOwnStays()
  const [latest] = own ?? []
  const [asking, setAsking] = useState(false)
  const open = latest?.can.includes('ask')
  return (
    <Screen
      title={t.title()}
      up="/"
      dock={
        open && (
          <Button wide onClick={() => setAsking(true)}>
            {t.ask()}
          </Button>
        )
      }
    >
      <Answered asked={{ ...asked, data: own }} rows={3}>
        {() => (latest ? <One stay={latest} /> : <None />)}
      </Answered>
      {latest && asking && <AskSheet stay={latest} onClose={() => setAsking(false)} />}
    </Screen>
  )
}

const None = () => (
  <Card>
    <Empty icon={<House aria-hidden />} text={t.none()}>
      <p className="quiet">{t.noneSub()}</p>
    </Empty>
  </Card>
)

function One({ stay }: { stay: StayView }) {
  const now = useNow()
  const { until, endedAt, basis, helper, from, address, placeName } = stay
  const over = endedAt !== null || millis(until) <= now
  return (
    <>
      <Card>
        {over ? (
          <State boxed tone="done" text={t.over()} />
        ) : (
          <div className="stay-until">
            <p className="quiet">{t.until()}</p>
            <p className="stay-when">{moment(until, now)}</p>
            <p className="quiet">{t.left({ span: span(millis(until) - now) })}</p>
          </div>
        )}
        <Facts
          rows={[
            [t.basis(), basis],
            [t.helper(), helper ? `${helper.name} · ${helper.title}` : t.noHelper()],
            [t.from(), moment(from, now)],
            [t.where(), address || placeName],
          ]}
        />
      </Card>
      <Part title={t.needs()}>
        <Needs stay={stay} />
      </Part>
      <p className="quiet">{t.seen()}</p>
    </>
  )
}
