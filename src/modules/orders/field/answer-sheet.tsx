import { useState } from 'react'
import { Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Choose, Picks, TextBox, TextField } from '#ui/kit/field.tsx'
import { type Photo, PhotoPicker } from '#ui/kit/photos.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { type AnswerState, NEEDS } from '../contract-answers.ts'
import { orderWords } from '../parts/messages.ts'
import { proofOf, useProofs } from '../parts/proofs.ts'
import { type Mine, outcomeText, sendAnswer } from './answering.ts'
import { myTexts as t } from './messages.ts'

type Given = { order: Mine; state: AnswerState; onClose: () => void }
type Asks = {
  note: 'must' | 'may' | 'no'
  need: boolean
  number: boolean
  proof: 'case' | 'either' | null
  photos: 'must' | 'may' | 'no'
}

/** What an answer has to bring: what is missing, why not, by which case, or the evidence that the order asks for. */
function asksOf(state: AnswerState, evidence: Mine['evidence']): Asks {
  const asks: Asks = { note: 'may', need: false, number: false, proof: null, photos: 'no' }
  if (state === 'received' || state === 'understood') return { ...asks, note: 'no' }
  if (state === 'blocked') return { ...asks, note: 'must', need: true, photos: 'may' }
  if (state === 'impossible') return { ...asks, note: 'must' }
  if (state === 'already') return { ...asks, proof: 'either' }
  return {
    ...asks,
    note: evidence === 'text' ? 'must' : 'may',
    number: evidence === 'number',
    proof: evidence === 'case' ? 'case' : null,
    photos: evidence === 'photo' ? 'must' : 'may',
  }
}

export function AnswerSheet({ order, state, onClose }: Given) {
  const [said, setSaid] = useState({ note: '', need: 'people', number: '', proof: '' })
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const asks = asksOf(state, order.evidence)
  const change = (to: Partial<typeof said>) => setSaid((was) => ({ ...was, ...to }))
  const note = said.note.trim()
  const wrong = {
    note: asks.note === 'must' && note.length < 2,
    number: asks.number && said.number === '',
    proof: asks.proof !== null && said.proof === '',
    photos: asks.photos === 'must' && photos.length === 0,
  }
  async function send(): Promise<void> {
    if (Object.values(wrong).includes(true)) return setTried(true)
    setBusy(true)
    setError(null)
    const outcome = await sendAnswer(order, {
      state,
      note,
      need: asks.need ? said.need : undefined,
      number: asks.number ? Number(said.number) : undefined,
      ...proofOf(said.proof),
      photos,
    })
    setBusy(false)
    if (outcome.state === 'refused') return setError(outcome.error)
    toast(outcomeText(outcome, order))
    onClose()
  }
  return (
    <Sheet title={t[`do_${state}`]()} onClose={onClose}>
      <p>
        <strong>{order.title}</strong>
      </p>
      {state in HINTS && <p className="quiet">{HINTS[state as keyof typeof HINTS]()}</p>}
      <Fields
        order={order.id}
        asks={asks}
        said={said}
        onSaid={change}
        wrong={tried ? wrong : NOTHING_WRONG}
        photos={photos}
        onPhotos={setPhotos}
      />
      <Failure error={error} />
      <Button wide busy={busy} onClick={() => void send()}>
        {t[`do_${state}`]()}
      </Button>
    </Sheet>
  )
}

type Typed = { note: string; need: string; number: string; proof: string }
type Wrong = Record<'note' | 'number' | 'proof' | 'photos', boolean>
const NOTHING_WRONG: Wrong = { note: false, number: false, proof: false, photos: false }
type Filling = {
  order: string
  asks: Asks
  said: Typed
  onSaid: (to: Partial<Typed>) => void
  wrong: Wrong
} & Pick<Taking, 'photos' | 'onPhotos'>

const Fields = ({ order, asks, said, onSaid, wrong, photos, onPhotos }: Filling) => (
  <>
    {asks.need && (
      <Picks
        label={t.need()}
        value={said.need}
        onText={(need) => onSaid({ need })}
        choices={NEEDS.map((value) => ({ value, text: orderWords[`need_${value}`]() }))}
      />
    )}
    {asks.number && (
      <TextField
        label={t.number()}
        inputMode="numeric"
        maxLength={9}
        value={said.number}
        onText={(text) => onSaid({ number: text.replace(/\D/g, '') })}
        error={wrong.number ? t.numberMust() : undefined}
      />
    )}
    {asks.proof && (
      <ProofChoice
        order={order}
        either={asks.proof === 'either'}
        value={said.proof}
        onText={(proof) => onSaid({ proof })}
        error={wrong.proof ? t.pickMust() : undefined}
      />
    )}
    {asks.photos !== 'no' && (
      <Photos photos={photos} onPhotos={onPhotos} missing={wrong.photos} must={asks.photos === 'must'} />
    )}
    {asks.note !== 'no' && (
      <TextBox
        label={t.note()}
        optional={asks.note === 'may'}
        rows={3}
        maxLength={1000}
        value={said.note}
        onText={(text) => onSaid({ note: text })}
        error={wrong.note ? t.noteMust() : undefined}
      />
    )}
  </>
)

const HINTS = {
  blocked: t.hint_blocked,
  impossible: t.hint_impossible,
  done: t.hint_done,
}

type Taking = {
  photos: readonly Photo[]
  onPhotos: (change: (was: readonly Photo[]) => readonly Photo[]) => void
  must: boolean
  missing: boolean
}

const Photos = ({ must, missing, ...picked }: Taking) => (
  <section aria-label={t.photos()}>
    {must && <strong>{t.photos()}</strong>}
    <PhotoPicker {...picked} hint={t.photosHint()} />
    <p className="field-error" aria-live="polite">
      {missing && t.photosMust()}
    </p>
  </section>
)

type Choice = {
  order: string
  either: boolean
  value: string
  onText: (value: string) => void
  error?: string | undefined
}

/** Of the cases on my own desk and, for what was done already, the orders that I have answered. */
function ProofChoice({ order, either, ...field }: Choice) {
  const proofs = useProofs(order, either)
  return (
    <Choose
      label={either ? t.pickEither() : t.pick()}
      {...field}
      choices={[
        { value: '', text: proofs.length > 0 ? t.pickOne() : t.pickNone() },
        ...proofs.map(({ value, text, kind }) => ({
          value,
          text: kind === 'order' ? t.pickOrder({ title: text }) : text,
        })),
      ]}
    />
  )
}
