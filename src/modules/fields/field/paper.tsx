import Camera from 'lucide-react/icons/camera'
import { useState } from 'react'
import { dayOf } from '#kernel/clock.ts'
import { named } from '#kernel/messages.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { listPurposes } from '#modules/consents/contract.ts'
import { type CallError, newId, uploadSheet } from '#ui/call.ts'
import { Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Part } from '#ui/kit/card.tsx'
import { Choose, TextField } from '#ui/kit/field.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useNow } from '#ui/now.ts'
import { blobOf, prepare } from '#ui/photo.ts'
import { useAsk, useAskAgain, useCall } from '#ui/query.tsx'
import { day } from '#ui/time.ts'
import { careCard, householdCard, minorCard, type Needed } from '../contract-contests.ts'
import { takeBackOnPaper } from '../contract-paper.ts'
import { fieldWords } from '../parts/messages.ts'
import { PaperSheet } from '../parts/paper-sheet.tsx'
import { paperTexts as t } from '../parts/paper-messages.ts'
import { useRegistry } from '../parts/value.ts'
import { cardTexts } from './card-messages.ts'

type Shown = OutputOf<typeof householdCard>
const CHILD = 'minor_care'

/** What may be held only when the person has consented: asked on paper where there is no phone, and taken back as easily. */
export function PaperConsents({ card }: { card: Shown }) {
  const waiting = card.closed.filter(({ given }) => given === null)
  const given = card.closed.filter((one) => one.given?.paper)
  return (
    <>
      {waiting.length > 0 && (
        <Part title={cardTexts.closed()}>
          {waiting.map((one) => (
            <Waiting key={`${one.person} ${one.purpose}`} needed={one} card={card} />
          ))}
        </Part>
      )}
      {given.length > 0 && (
        <Part title={t.onPaper()}>
          {given.map((one) => (
            <Given key={`${one.person} ${one.purpose}`} needed={one} />
          ))}
        </Part>
      )}
    </>
  )
}

function Waiting({ needed, card }: { needed: Needed; card: Shown }) {
  const registry = useRegistry()
  const [open, setOpen] = useState(false)
  const fields = needed.fields.map(registry.name).join(fieldWords.comma())
  return (
    <Card>
      <p className="quiet">{cardTexts.closedSay({ name: needed.name, fields })}</p>
      <Button look="soft" onClick={() => setOpen(true)}>
        {t.enter()}
      </Button>
      {open && <Taking needed={needed} card={card} onClose={() => setOpen(false)} />}
    </Card>
  )
}

type Typed = { signedOn: string; signedBy: string; picture: string }

function Taking({ needed, card, onClose }: { needed: Needed; card: Shown; onClose: () => void }) {
  const today = dayOf(useNow())
  const young = new Set(card.closed.filter(({ purpose }) => purpose === CHILD).map(({ person }) => person))
  const grown = card.subjects.filter(({ kind, subject }) => kind === 'person' && !young.has(subject))
  const [typed, setTyped] = useState<Typed>({ signedOn: today, signedBy: grown[0]?.subject ?? '', picture: '' })
  const put = (more: Partial<Typed>) => setTyped((was) => ({ ...was, ...more }))
  const { send, busy, error, missing } = useTaking(needed, typed, onClose)
  return (
    <Sheet title={t.title({ name: needed.name })} onClose={onClose}>
      <p className="quiet">{t.lead()}</p>
      <Purpose purpose={needed.purpose} />
      {needed.purpose === CHILD && (
        <Choose
          label={t.guardian()}
          value={typed.signedBy}
          onText={(signedBy) => put({ signedBy })}
          choices={grown.map(({ subject, name }) => ({ value: subject, text: name }))}
        />
      )}
      <TextField
        label={t.signedOn()}
        type="date"
        max={today}
        value={typed.signedOn}
        onText={(signedOn) => put({ signedOn })}
      />
      <Picture picture={typed.picture} missing={missing} onPicture={(picture) => put({ picture })} />
      <Failure error={error} />
      <Button wide busy={busy} onClick={send}>
        {t.save()}
      </Button>
    </Sheet>
  )
}

function Purpose({ purpose }: { purpose: string }) {
  const found = useAsk(listPurposes, {}).data?.rows.find(({ key }) => key === purpose)
  if (!found) return null
  return (
    <Card>
      <h3 className="row-title">{named(found.name)}</h3>
      <p>{named(found.what)}</p>
    </Card>
  )
}

/** One id for all tries: sent twice it is one consent. */
function useTaking({ person, purpose }: Needed, { signedOn, signedBy, picture }: Typed, onDone: () => void) {
  const [id] = useState(newId)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  const [tried, setTried] = useState(false)
  const askAgain = useAskAgain([householdCard])
  async function send() {
    setTried(true)
    if (!picture) return
    setBusy(true)
    setError(null)
    const said = { id, person, purpose, signedOn, ...(purpose === CHILD ? { signedBy } : {}) }
    try {
      await uploadSheet(blobOf(picture), said)
      toast(t.saved())
      await askAgain()
      onDone()
    } catch (problem) {
      setError(problem as CallError)
    } finally {
      setBusy(false)
    }
  }
  return { send: () => void send(), busy, error, missing: tried && !picture }
}

type Taken = { picture: string; missing: boolean; onPicture: (picture: string) => void }
function Picture({ picture, missing, onPicture }: Taken) {
  const [unreadable, setUnreadable] = useState(false)
  async function take(file: File | undefined) {
    const ready = file && (await prepare(file))
    setUnreadable(file !== undefined && !ready)
    if (ready) onPicture(ready.data)
  }
  const wrong = unreadable ? t.unreadable() : missing ? t.missing() : undefined
  return (
    <div className={wrong ? 'field wrong paper-take' : 'field paper-take'}>
      <span className="paper-label">{t.picture()}</span>
      {picture && <img className="paper-picture" src={picture} alt={t.picture()} />}
      <label className="photo-add">
        <Camera aria-hidden />
        <span>{picture ? t.retake() : t.take()}</span>
        <input
          type="file"
          accept="image/*"
          capture="environment"
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </label>
      <p className="field-error" aria-live="polite">
        {wrong}
      </p>
    </div>
  )
}

function Given({ needed }: { needed: Needed }) {
  const now = useNow()
  const [seen, setSeen] = useState(false)
  const [asking, setAsking] = useState(false)
  const back = useCall(takeBackOnPaper, [householdCard, careCard, minorCard])
  const purposes = useAsk(listPurposes, {})
  const purpose = purposes.data?.rows.find(({ key }) => key === needed.purpose)
  const id = needed.given?.id ?? ''
  return (
    <Card>
      <h3 className="row-title">
        {needed.name} · {purpose ? named(purpose.name) : needed.purpose}
      </h3>
      <p className="quiet">{t.given({ day: day(dayOf(Date.parse(needed.given?.at ?? '')), now) })}</p>
      <div className="row">
        <Button look="plain" onClick={() => setSeen(true)}>
          {t.see()}
        </Button>
        <Button look="plain" onClick={() => setAsking(true)}>
          {t.back()}
        </Button>
      </div>
      {seen && <PaperSheet id={id} onClose={() => setSeen(false)} />}
      {asking && (
        <Sheet title={t.back()} onClose={() => setAsking(false)}>
          <p>{t.backLead()}</p>
          <Failure error={back.error} />
          <Button
            wide
            busy={back.isPending}
            onClick={() =>
              back.mutate({ id, person: needed.person as never }, { onSuccess: () => toast(t.tookBack()) })
            }
          >
            {t.back()}
          </Button>
        </Sheet>
      )}
    </Card>
  )
}
