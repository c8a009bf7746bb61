import { useState } from 'react'
import type { z } from 'zod'
import { instant, systemClock } from '#kernel/clock.ts'
import { named } from '#kernel/messages.ts'
import { suggestDuty } from '#modules/duties/contract.ts'
import { type Picked, PlacePicker } from '#modules/places/parts/place-picker.tsx'
import { newId } from '#ui/call.ts'
import { keep, useKept } from '#ui/kept.ts'
import { Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Part } from '#ui/kit/card.tsx'
import { Picks, TextBox, TextField } from '#ui/kit/field.tsx'
import { type Photo, PhotoPicker } from '#ui/kit/photos.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { type Outcome, post } from '#ui/outbox.ts'
import { useAsk } from '#ui/query.tsx'
import { goTo } from '#ui/route.tsx'
import { useSettled } from '#ui/settled.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { type CaseId, reportCase } from '../contract.ts'
import { numberText } from '../parts/number.ts'
import { caseTexts, fieldReportTexts as t } from './messages.ts'

/** How a worker knows of it; with a resident behind it, that resident confirms in the end. */
const WAYS = ['patrol', 'phone', 'paper'] as const
type Way = (typeof WAYS)[number]
type Draft = {
  description: string
  kind: string
  photos: readonly Photo[]
  picked: Picked | null
  address: string
  way: Way
  phone: string
}

const DRAFT = 'field.draft'
const EMPTY: Draft = { description: '', kind: '', photos: [], picked: null, address: '', way: 'patrol', phone: '' }
const ENOUGH = 4
const PHONE = /^1\d{10}$/

/** One page, camera first; what is typed stays on the phone until it is sent. */
export function FieldReport() {
  const [draft, change] = useKept<Draft>(DRAFT, () => EMPTY)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const short = draft.description.trim().length < ENOUGH
  const wrongPhone = draft.way !== 'patrol' && draft.phone !== '' && !PHONE.test(draft.phone)
  const set = (part: Partial<Draft>) => change((was) => ({ ...was, ...part }))
  async function send() {
    if (short || !draft.picked || wrongPhone) return setTried(true)
    setBusy(true)
    const outcome = await post(reportCase, inputOf(draft, draft.picked), {
      title: draft.description.trim().slice(0, 30),
      photos: unsent(draft.photos),
    })
    setBusy(false)
    if (outcome.state === 'refused') return setError(outcome.error)
    keep(DRAFT, undefined)
    toast(sentText(outcome))
    goTo('/', { replace: true })
  }
  const dock = (
    <Button busy={busy} onClick={() => void send()}>
      {t.submit()}
    </Button>
  )
  return (
    <Screen title={t.title()} up="/" dock={dock}>
      <Failure error={error} />
      <Card>
        <PhotoPicker
          photos={draft.photos}
          onPhotos={(make) => change((was) => ({ ...was, photos: make(was.photos) }))}
        />
        <TextBox
          label={t.what()}
          rows={3}
          maxLength={2000}
          placeholder={t.whatExample()}
          value={draft.description}
          onText={(description) => set({ description })}
          error={tried && short ? t.short() : undefined}
        />
        <Kinds text={draft.description} kind={draft.kind} onKind={(kind) => set({ kind })} />
      </Card>
      <Part title={t.where()}>
        <p role="alert" className="field-error">
          {tried && !draft.picked && t.place()}
        </p>
        <PlacePicker picked={draft.picked} onPick={(picked) => set({ picked })} />
        {draft.picked && (
          <TextField
            label={t.address()}
            optional
            maxLength={200}
            value={draft.address}
            onText={(address) => set({ address })}
          />
        )}
      </Part>
      <Known draft={draft} set={set} wrong={tried && wrongPhone} />
    </Screen>
  )
}

/** How the worker knows, and which resident stands behind it. */
function Known({ draft, set, wrong }: { draft: Draft; set: (part: Partial<Draft>) => void; wrong: boolean }) {
  return (
    <Card>
      <Picks
        label={t.how()}
        value={draft.way}
        onText={(way) => set({ way: way as Way })}
        choices={WAYS.map((way) => ({ value: way, text: t[way]() }))}
      />
      {draft.way !== 'patrol' && (
        <TextField
          label={t.resident()}
          hint={t.residentHint()}
          optional
          type="tel"
          inputMode="numeric"
          maxLength={11}
          value={draft.phone}
          onText={(phone) => set({ phone: phone.replace(/\D/g, '') })}
          error={wrong ? t.phoneWrong() : undefined}
        />
      )}
    </Card>
  )
}

function Kinds({ text, kind, onKind }: { text: string; kind: string; onKind: (kind: string) => void }) {
  const settled = useSettled(text.trim().slice(0, 400), 600)
  const asked = useAsk(suggestDuty, { text: settled }, { when: settled.length >= ENOUGH })
  const kinds = (asked.data?.rows ?? []).slice(0, 3)
  if (kinds.length === 0) return null
  return (
    <Picks
      label={t.kind()}
      value={kind}
      onText={onKind}
      choices={[
        ...kinds.map(({ code, name }) => ({ value: code, text: named(name) })),
        { value: '', text: t.kindUnsure() },
      ]}
    />
  )
}

const unsent = (photos: readonly Photo[]): Record<string, string> =>
  Object.fromEntries(photos.flatMap(({ id, data }) => (data ? [[id, data]] : [])))

function sentText(outcome: Outcome): string {
  if (outcome.state !== 'sent') return caseTexts.keptOffline()
  const { number, desk } = outcome.output as OutputOf<typeof reportCase>
  return t.sent({ number: numberText(number), desk })
}

function inputOf(draft: Draft, { place, position }: Picked): z.input<typeof reportCase.input> {
  const behind = draft.way !== 'patrol' && draft.phone !== ''
  return {
    id: newId() as z.infer<typeof CaseId>,
    // Nobody follows it by secret: the worker has the case, the resident an account or the number.
    secret: newId().replaceAll('-', ''),
    channel: draft.way,
    kind: draft.kind || null,
    description: draft.description.trim(),
    address: draft.address.trim() || null,
    position: position && { ...position, crs: 'wgs84' },
    place: place.code || null,
    files: draft.photos.map(({ id }) => id),
    reporter: behind ? { phone: draft.phone } : null,
    capturedAt: instant(systemClock.now()),
  }
}
