import { PhotoStrip } from '#ui/kit/photos.tsx'
import { Steps } from '#ui/kit/steps.tsx'
import { actionTexts } from '#ui/messages.ts'
import { useNow } from '#ui/now.ts'
import { moment } from '#ui/time.ts'
import type { CaseView, StepView } from '../contract.ts'
import { reasonText } from '../parts/reasons.ts'
import { toneOfStep } from '../parts/stair.ts'
import { caseTexts as t } from './messages.ts'

/** Every step with who, why and what was said, newest first. */
export function History({ of }: { of: CaseView }) {
  const now = useNow()
  return (
    <Steps
      label={t.history()}
      steps={of.steps.toReversed().map((step) => ({
        key: step.no,
        when: moment(step.at, now),
        title: actionTexts[step.action](),
        tone: toneOfStep(step.action),
        who: authorOf(step),
        children: <Told step={step} of={of} />,
      }))}
    />
  )
}

function authorOf({ by }: StepView): string {
  if (by === null) return t.system()
  return [by.organ, by.name, by.title].filter(Boolean).join(' ') || t.resident()
}

function Told({ step, of }: { step: StepView; of: CaseView }) {
  const photos = step.action === 'report' ? [] : of.files.filter((file) => file.step === step.no)
  return (
    <>
      {step.to && <p>{t.to({ to: step.to })}</p>}
      {step.reason && <p>{reasonText(step.reason)}</p>}
      {step.cc.length > 0 && <p className="quiet">{t.cc({ offices: step.cc.join('，') })}</p>}
      {step.note && <p className="said">{step.note}</p>}
      {step.answer && <p className="said public">{step.answer}</p>}
      {photos.length > 0 && <PhotoStrip files={photos} />}
    </>
  )
}
