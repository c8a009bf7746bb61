import { Panel } from '#ui/console/page.tsx'
import { Go } from '#ui/console/go.tsx'
import { exactTime } from '#ui/console/when.ts'
import { useNow } from '#ui/now.ts'
import { ago } from '#ui/time.ts'
import type { CallView } from '../../contract-hotline.ts'
import { callTexts as t } from './messages.ts'
import { Triage } from './triage.tsx'

/** One call in full, and what becomes of it. */
export function OneCall({ of, onDone }: { of: CallView; onDone: () => void }) {
  const now = useNow()
  const { caller, text, placeName, address, urgent, takenAt, by } = of
  const when = ago(takenAt, now)
  return (
    <>
      <Panel
        title={caller.name}
        note={caller.phoneMasked}
        action={
          urgent && (
            <span className="chip" data-tone="late">
              {t.danger()}
            </span>
          )
        }
      >
        <p className="relief-said">{text}</p>
        <p>{[placeName, address].filter(Boolean).join(' · ')}</p>
        <p className="quiet-ink" title={exactTime(takenAt)}>
          {by ? t.takenBy({ when, name: by.name }) : t.takenAt({ when })}
        </p>
      </Panel>
      {of.can.includes('triage') ? <Triage of={of} onDone={onDone} /> : <Sorted of={of} />}
    </>
  )
}

function Sorted({ of: { became, answer, answeredAt, subject } }: { of: CallView }) {
  const now = useNow()
  if (!became || !answeredAt) return null
  return (
    <Panel title={t[`became_${became}`]()} note={t.finished({ when: ago(answeredAt, now) })}>
      <p>{answer}</p>
      {became === 'case' && subject && (
        <p>
          <Go to={`/cases/${subject}`}>{t.openCase()}</Go>
        </p>
      )}
    </Panel>
  )
}
