import '../parts/visits.css'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { keep, useKept } from '#ui/kept.ts'
import { Answered, Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { type Outcome, post } from '#ui/outbox.ts'
import { queries, useAsk } from '#ui/query.tsx'
import { goTo } from '#ui/route.tsx'
import { aDoor, listPromises, recordVisit, todaysDoors } from '../contract.ts'
import { visitNumberText } from '../parts/number.ts'
import { type Draft, inputOf, newDraft, saidOf, voicesOf } from './draft.ts'
import { flowTexts as t } from './messages.ts'
import { Questions } from './questions.tsx'
import { Check, Met, Notes, Promises } from './visit-steps.tsx'

type Door = OutputOf<typeof aDoor>
type Step = 'met' | 'notes' | 'data' | 'promise' | 'check'
/** Nobody was met: there is nothing to ask and nothing was promised. */
const STEPS: Record<Draft['outcome'], readonly Step[]> = {
  talked: ['notes', 'data', 'promise', 'check'],
  declined: ['notes', 'check'],
  absent: ['notes', 'check'],
}

/** One flow and one command: however the line is, it is there whole and once, or not yet. */
export function VisitPage({ household }: { household: string }) {
  const asked = useAsk(aDoor, { household })
  return (
    <Answered asked={asked} rows={5}>
      {(door) => <Flow door={door} />}
    </Answered>
  )
}

function Flow({ door }: { door: Door }) {
  const name = `field.visit.${door.household}`
  const [draft, change] = useKept<Draft>(name, newDraft)
  const [at, setAt] = useState(0)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const steps: Step[] = ['met', ...STEPS[draft.outcome]]
  const step = steps[Math.min(at, steps.length - 1)] ?? 'met'
  const nothing = draft.outcome === 'talked' && saidOf(draft).length === 0
  async function send() {
    setBusy(true)
    setError(null)
    const outcome = await post(recordVisit, inputOf(draft, known(door)), {
      title: `${t.title()} · ${door.address}`,
      photos: voicesOf(draft),
    })
    setBusy(false)
    if (outcome.state === 'refused') return setError(outcome.error)
    keep(name, undefined)
    toast(sentText(outcome))
    await Promise.all(
      [aDoor, todaysDoors, listPromises].map((one) => queries.invalidateQueries({ queryKey: [one.name] })),
    )
    goTo(`/door/${door.household}`, { replace: true })
  }
  function next() {
    if (step === 'notes' && nothing) return setTried(true)
    setTried(false)
    if (step === 'check') return void send()
    setAt(at + 1)
  }
  const dock = (
    <>
      {at > 0 && (
        <Button look="plain" onClick={() => setAt(at - 1)}>
          {t.back()}
        </Button>
      )}
      <Button busy={busy} onClick={next}>
        {step === 'check' ? t.send() : t.next()}
      </Button>
    </>
  )
  return (
    <Screen
      title={door.address || t.title()}
      sub={t.step({ no: at + 1, of: steps.length })}
      up={`/door/${door.household}`}
      dock={dock}
    >
      <div className="part-progress" aria-hidden>
        {steps.map((one, no) => (
          <span key={one} className={no <= at ? 'on' : ''} />
        ))}
      </div>
      <Failure error={error} />
      {step === 'met' && <Met draft={draft} change={change} />}
      {step === 'notes' && <Notes door={door} draft={draft} change={change} wrong={tried && nothing} />}
      {step === 'data' && <Questions household={door.household} draft={draft} change={change} />}
      {step === 'promise' && <Promises draft={draft} change={change} />}
      {step === 'check' && <Check draft={draft} />}
    </Screen>
  )
}

const known = (door: Door) => ({
  household: door.household,
  reasons: door.reasons.map(({ kind }) => kind),
  request: door.request?.id ?? null,
})

function sentText(outcome: Outcome): string {
  if (outcome.state !== 'sent') return t.offline()
  const { number, cases, conflicts } = outcome.output as OutputOf<typeof recordVisit>
  if (conflicts.length > 0) return t.conflicts({ count: conflicts.length })
  const shown = visitNumberText(number)
  return cases.length > 0 ? t.sentCases({ number: shown, count: cases.length }) : t.sent({ number: shown })
}
