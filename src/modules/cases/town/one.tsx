import ArrowUpRight from 'lucide-react/icons/arrow-up-right'
import Hand from 'lucide-react/icons/hand'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { Answered } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Facts, Note, Part } from '#ui/kit/card.tsx'
import { PhotoStrip } from '#ui/kit/photos.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Stair } from '#ui/kit/steps.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { goTo } from '#ui/route.tsx'
import { moment } from '#ui/time.ts'
import { followCase, myReport, type PublicCase } from '../contract.ts'
import { isClosed } from '../lifecycle.ts'
import { toneOf } from '../parts/looks.ts'
import { numberText } from '../parts/number.ts'
import { forgetReport, keptReport } from './drafts.ts'
import { openedWith } from './follow.tsx'
import { stateWords } from './home-messages.ts'
import { courseTexts as t, mineTexts } from './messages.ts'
import { type Say, SaySheet } from './say.tsx'
import { stairOf } from '../parts/stair.ts'
import { stairTexts } from '../parts/stair-messages.ts'
import { Story } from './story.tsx'

/** Reports change while somebody watches; a stranger without an account hears no live events. */
const EVERY_MS = 15_000

/** By number, with the secret from the link, from this phone, or as typed. */
export function Followed({ number }: { number: string }) {
  const secret = location.hash.slice(1) || keptReport(number)?.secret || openedWith()
  const asked = useAsk(followCase, { number, secret }, { everyMs: EVERY_MS })
  return (
    <Screen title={t.print({ number: numberText(number) })} up="/mine">
      <Answered asked={asked}>{(report) => <Report report={report} secret={secret} />}</Answered>
      <Forget number={number} />
    </Screen>
  )
}

/** For a phone that others use too. */
function Forget({ number }: { number: string }) {
  const kept = keptReport(number)
  if (!kept) return null
  const forget = () => {
    forgetReport(kept.id)
    toast(mineTexts.forgotten())
    goTo('/mine', { replace: true })
  }
  return (
    <Button look="plain" onClick={forget}>
      {mineTexts.forget()}
    </Button>
  )
}

/** One of my account's. */
export function MyReport({ id }: { id: string }) {
  const asked = useAsk(myReport, { id }, { everyMs: EVERY_MS })
  return (
    <Screen title={asked.data ? t.print({ number: numberText(asked.data.number) }) : ''} up="/mine">
      <Answered asked={asked}>{(report) => <Report report={report} />}</Answered>
    </Screen>
  )
}

function Report({ report, secret }: { report: PublicCase; secret?: string }) {
  const [saying, setSaying] = useState<Say | null>(null)
  const treads = stairOf(report.steps).map(({ key, state }) => ({ key, state, text: stairTexts[key]() }))
  return (
    <>
      <Card>
        <h2 className="case-title">{report.title}</h2>
        <State boxed tone={toneOf[report.state]} text={stateWords[report.state]()} />
        <Stair label={t.stair()} treads={treads} />
        <Where report={report} />
      </Card>
      <YourSay report={report} onSay={setSaying} />
      {report.publicAnswer && (
        <Part title={t.answerTitle()}>
          <Card>
            <p className="said public">{report.publicAnswer}</p>
          </Card>
        </Part>
      )}
      <Part title={t.story()}>
        <Card>
          <Story steps={report.steps} files={report.files} secret={secret} />
        </Card>
      </Part>
      <Words report={report} secret={secret} />
      {report.can.includes('withdraw') && (
        <Button look="plain" onClick={() => setSaying('withdraw')}>
          {t.withdraw()}
        </Button>
      )}
      {saying && <SaySheet say={saying} report={report} secret={secret} onClose={() => setSaying(null)} />}
    </>
  )
}

function Where({ report }: { report: PublicCase }) {
  const now = useNow()
  return (
    <>
      {!isClosed(report.state) && (
        <p>
          {t.desk()} <strong>{report.desk}</strong>
        </p>
      )}
      {report.dueAt && !report.late && <p className="quiet">{t.due({ when: moment(report.dueAt, now) })}</p>}
      {report.late && <State tone="late" text={t.late()} />}
      {report.promisedAt && (
        <p>
          {t.promised()} <strong>{moment(report.promisedAt, now)}</strong>
        </p>
      )}
      {report.reopened > 0 && <p className="quiet">{t.reopened({ count: report.reopened })}</p>}
      {report.mergedInto && (
        <p>
          <ArrowUpRight aria-hidden /> {t.mergedInto({ number: numberText(report.mergedInto) })}
        </p>
      )}
    </>
  )
}

/** The resident closes the case: asked plainly, with both answers side by side. */
function YourSay({ report, onSay }: { report: PublicCase; onSay: (say: Say) => void }) {
  const now = useNow()
  const { can } = report
  if (!can.includes('reopen')) return null
  return (
    <Note
      tone={can.includes('confirm') ? 'rights' : 'void'}
      icon={can.includes('confirm') ? <Hand aria-hidden /> : <TriangleAlert aria-hidden />}
    >
      <p>
        {can.includes('confirm') && report.windowEndsAt
          ? t.window({ when: moment(report.windowEndsAt, now) })
          : t.again()}
      </p>
      <div className="buttons">
        {can.includes('confirm') && <Button onClick={() => onSay('confirm')}>{t.confirm()}</Button>}
        <Button look="plain" onClick={() => onSay('reopen')}>
          {t.reopen()}
        </Button>
      </div>
    </Note>
  )
}

function Words({ report, secret }: { report: PublicCase; secret?: string }) {
  const now = useNow()
  const first = report.files.filter(({ step }) => step <= 1)
  return (
    <Part title={t.yourWords()}>
      <Card>
        <p>{report.description}</p>
        {first.length > 0 && <PhotoStrip files={first} secret={secret} />}
        <Facts
          rows={[
            [t.kind(), named(report.kindName)],
            [t.place(), report.placeName],
            [t.at(), moment(report.receivedAt, now)],
          ]}
        />
      </Card>
    </Part>
  )
}
