import Ellipsis from 'lucide-react/icons/ellipsis'
import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { Answered } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Facts, Part } from '#ui/kit/card.tsx'
import { PhotoStrip } from '#ui/kit/photos.tsx'
import { RowButton, Rows } from '#ui/kit/row.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { Stair } from '#ui/kit/steps.tsx'
import { actionTexts, channelTexts, levelTexts } from '#ui/messages.ts'
import { useNow } from '#ui/now.ts'
import { useAsk, useLive } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { type CaseView, getCase } from '../contract.ts'
import type { Action } from '../lifecycle.ts'
import { stateText, toneOf } from '../parts/looks.ts'
import { numberText } from '../parts/number.ts'
import { stairOf } from '../parts/stair.ts'
import { stairTexts } from '../parts/stair-messages.ts'
import { ActSheet } from './act-sheet.tsx'
import { CHANGED, leftOf } from './case-row.tsx'
import { Clocks } from './clocks.tsx'
import { FORMS } from './forms.ts'
import { History } from './history.tsx'
import { caseTexts as t, evidenceTexts } from './messages.ts'
import { Reporter } from './reporter.tsx'

/** Everything of one case, and what can be done with it from here. `start`: the action that a list asked for. */
export function CasePage({ id, start }: { id: string; start: string | undefined }) {
  const asked = useAsk(getCase, { id })
  const [doing, setDoing] = useState<Action | 'more' | null>(null)
  const [started, setStarted] = useState(false)
  useLive('cases.', CHANGED)
  const of = asked.data
  const can = (of?.can ?? []).filter((action) => FORMS[action])
  const first = can.find((action) => action === start)
  const acting = doing ?? (started ? null : (first ?? null))
  const close = () => {
    setStarted(true)
    setDoing(null)
  }
  return (
    <Screen title={of ? numberText(of.number) : ''} up="/" dock={of && <Dock can={can} onAct={setDoing} />}>
      <Answered asked={asked} rows={4}>
        {(view) => <Body of={view} />}
      </Answered>
      {of && acting === 'more' && <More can={can} onAct={setDoing} onClose={close} />}
      {of && acting && acting !== 'more' && <ActSheet action={acting} of={of} onClose={close} />}
    </Screen>
  )
}

/** The one thing to do next, large; everything else behind "more". */
function Dock({ can, onAct }: { can: readonly Action[]; onAct: (action: Action | 'more') => void }) {
  const [first, ...rest] = can
  if (!first) return <p className="quiet">{t.nothing()}</p>
  return (
    <>
      {rest.length > 0 && (
        <Button look="plain" onClick={() => onAct('more')}>
          <Ellipsis aria-hidden />
          {t.more()}
        </Button>
      )}
      <Button onClick={() => onAct(first)}>{actionTexts[first]()}</Button>
    </>
  )
}

function More({
  can,
  onAct,
  onClose,
}: {
  can: readonly Action[]
  onAct: (action: Action) => void
  onClose: () => void
}) {
  return (
    <Sheet title={t.moreTitle()} onClose={onClose}>
      <Rows>
        {can.slice(1).map((action) => (
          <RowButton key={action} title={actionTexts[action]()} onPress={() => onAct(action)} />
        ))}
      </Rows>
    </Sheet>
  )
}

function Body({ of }: { of: CaseView }) {
  const first = of.files.filter(({ step }) => step <= 1)
  return (
    <>
      <Head of={of} />
      <Part title={t.story()}>
        <Card>
          <p className="told">{of.description}</p>
          {first.length > 0 && <PhotoStrip files={first} />}
          <Place of={of} />
        </Card>
      </Part>
      <Part title={t.clocks()}>
        <Clocks clocks={of.clocks} urgent={of.urgent} />
      </Part>
      <Part title={t.reporter()}>
        <Reporter of={of} />
      </Part>
      {of.publicAnswer && (
        <Part title={t.answer()}>
          <Card>
            <p className="said public">{of.publicAnswer}</p>
          </Card>
        </Part>
      )}
      <Part title={t.history()}>
        <Card>
          <History of={of} />
        </Card>
      </Part>
    </>
  )
}

function Head({ of }: { of: CaseView }) {
  const now = useNow()
  const left = leftOf(of, now)
  const lines = [
    of.promisedAt && t.promised({ when: moment(of.promisedAt, now) }),
    of.pausedUntil && t.pausedUntil({ when: moment(of.pausedUntil, now) }),
    of.windowEndsAt && of.state === 'confirming' && t.window({ when: moment(of.windowEndsAt, now) }),
    of.mergedInto && t.merged({ number: numberText(of.mergedInto.number) }),
    of.absorbed.length > 0 && t.absorbed({ numbers: of.absorbed.map(({ number }) => numberText(number)).join('，') }),
  ].filter((line): line is string => Boolean(line))
  return (
    <Card>
      <h2 className="case-title">{of.title}</h2>
      <div className="states">
        <State boxed tone={toneOf[of.state]} text={stateText(of.state)} />
        {of.clock?.running && of.dueAt && <State boxed tone={left.tone} text={left.text} />}
      </div>
      <Stair
        label={t.desk()}
        treads={stairOf(of.steps).map(({ key, state }) => ({ key, state, text: stairTexts[key]() }))}
      />
      <p>
        {t.desk()} <strong>{of.desk}</strong>
        {of.assignee && ` · ${t.assignee()} ${of.assignee}`}
      </p>
      {lines.map((line) => (
        <p key={line} className="quiet">
          {line}
        </p>
      ))}
    </Card>
  )
}

function Place({ of }: { of: CaseView }) {
  const now = useNow()
  const where = [
    of.placeName,
    of.accuracyM !== null && t.accuracy({ metres: Math.max(1, Math.round(of.accuracyM)) }),
    !of.insideGrid && t.outside(),
  ]
  const evidence =
    of.evidence in evidenceTexts ? evidenceTexts[of.evidence as keyof typeof evidenceTexts]() : of.evidence
  return (
    <Facts
      rows={[
        [t.place(), where.filter(Boolean).join(' · ')],
        ...(of.address ? [[t.address(), of.address] as const] : []),
        [t.kind(), named(of.kindName)],
        [t.channel(), channelTexts[of.channel]()],
        [t.received(), moment(of.receivedAt, now)],
        [t.lead(), `${levelTexts[of.lead.level]()} · ${named(of.lead.lineName)}`],
        [t.stop(), levelTexts[of.stopLevel]()],
        [t.evidence(), evidence],
      ]}
    />
  )
}
