import { PhotoStrip } from '#ui/kit/photos.tsx'
import { Steps } from '#ui/kit/steps.tsx'
import { useNow } from '#ui/now.ts'
import { moment } from '#ui/time.ts'
import type { PublicCase, StepView } from '../contract.ts'
import { reasonText } from '../parts/reasons.ts'
import { courseTexts, stepWords } from './messages.ts'
import { toneOfStep } from '../parts/stair.ts'

/** What happened, newest first, in the reporter's words. */
export function Story({
  steps,
  files,
  secret,
}: {
  steps: readonly StepView[]
  files: PublicCase['files']
  secret?: string
}) {
  const now = useNow()
  return (
    <Steps
      label={courseTexts.story()}
      steps={steps.toReversed().map((step) => ({
        key: step.no,
        when: moment(step.at, now),
        title: sentenceOf(step),
        tone: toneOfStep(step.action),
        who: step.by?.organ ? [step.by.organ, step.by.title].filter(Boolean).join(' ') : null,
        children: <Told step={step} files={files} secret={secret} />,
      }))}
    />
  )
}

const sentenceOf = ({ action, by, to }: StepView): string =>
  (stepWords[action] as (names: { by: string; to: string }) => string)({
    by: by?.organ ?? by?.title ?? '',
    to: to ?? '',
  })

function Told({ step, files, secret }: { step: StepView; files: PublicCase['files']; secret?: string }) {
  const shown = step.action === 'report' ? [] : files.filter((file) => file.step === step.no)
  return (
    <>
      {step.reason && <p>{reasonText(step.reason)}</p>}
      {step.note && <p className="said">{step.note}</p>}
      {step.answer && <p className="said public">{step.answer}</p>}
      {shown.length > 0 && <PhotoStrip files={shown} secret={secret} />}
    </>
  )
}
