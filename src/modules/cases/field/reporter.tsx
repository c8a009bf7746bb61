import Eye from 'lucide-react/icons/eye'
import Phone from 'lucide-react/icons/phone'
import { useState } from 'react'
import { ask, CallError } from '#ui/call.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Note } from '#ui/kit/card.tsx'
import { TextField } from '#ui/kit/field.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { type CaseView, getContact } from '../contract.ts'
import { caseTexts as t } from './messages.ts'

/** Masked; in full for a stated reason, which the reporter can read. */
export function Reporter({ of }: { of: CaseView }) {
  const [asking, setAsking] = useState(false)
  const { reporter } = of
  return (
    <Card>
      <p>{[reporter?.name, reporter?.phone].filter(Boolean).join(' · ') || t.reporterNone()}</p>
      {reporter?.phone && (
        <Button look="soft" onClick={() => setAsking(true)}>
          <Phone aria-hidden />
          {t.contact()}
        </Button>
      )}
      {reporter?.account && <p className="quiet">{t.seen()}</p>}
      {asking && <AskContact id={of.id} onClose={() => setAsking(false)} />}
    </Card>
  )
}

function AskContact({ id, onClose }: { id: string; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [found, setFound] = useState<OutputOf<typeof getContact> | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const short = reason.trim().length < 2
  async function show() {
    if (short) return setTried(true)
    setError(null)
    try {
      setFound(await ask(getContact, { id, reason: reason.trim() }))
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
      setError(problem)
    }
  }
  return (
    <Sheet title={t.contactTitle()} onClose={onClose}>
      <Note tone="rights" icon={<Eye aria-hidden />}>
        <p>{t.contactHint()}</p>
      </Note>
      {found ? (
        <Found found={found} />
      ) : (
        <>
          <TextField
            label={t.contactReason()}
            value={reason}
            onText={setReason}
            maxLength={200}
            error={tried && short ? t.shortNote() : undefined}
          />
          <Failure error={error} />
          <Button wide onClick={() => void show()}>
            {t.contactShow()}
          </Button>
        </>
      )}
    </Sheet>
  )
}

const Found = ({ found }: { found: OutputOf<typeof getContact> }) => (
  <div className="stack" role="status">
    <p className="case-title">{found.name}</p>
    {found.phone ? (
      <a className="button primary wide" href={`tel:${found.phone}`}>
        <Phone aria-hidden />
        {t.call({ phone: found.phone })}
      </a>
    ) : (
      <p>{t.noPhone()}</p>
    )}
  </div>
)
