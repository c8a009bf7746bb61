import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { suggestDuty } from '#modules/duties/contract.ts'
import { useKept } from '#ui/kept.ts'
import { Button } from '#ui/kit/button.tsx'
import { Part } from '#ui/kit/card.tsx'
import { Picks, TextBox } from '#ui/kit/field.tsx'
import { goTo } from '#ui/route.tsx'
import { PhotoPicker } from '#ui/kit/photos.tsx'
import { said } from '#ui/messages.ts'
import { useAsk } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import { type Draft, DRAFT, newDraft } from './drafts.ts'
import { reportTexts as t } from './messages.ts'
import { Asking } from './report-frame.tsx'

/** Fewer letters say nothing yet; the server asks for as many. */
export const ENOUGH = 4

export function ReportWhat() {
  const [draft, change] = useKept<Draft>(DRAFT, newDraft)
  const [tried, setTried] = useState(false)
  const short = draft.description.trim().length < ENOUGH
  const next = () => (short ? setTried(true) : goTo('/report/where'))
  return (
    <Asking no={1} question={t.what()} dock={<Button onClick={next}>{said.next()}</Button>}>
      <TextBox
        label={t.whatHint()}
        value={draft.description}
        onText={(description) => change((was) => ({ ...was, description }))}
        placeholder={t.whatExample()}
        rows={5}
        maxLength={2000}
        error={tried && short ? t.whatShort() : undefined}
      />
      <Kinds draft={draft} change={change} />
      <Part title={t.photos()}>
        <PhotoPicker
          photos={draft.photos}
          onPhotos={(make) => change((was) => ({ ...was, photos: make(was.photos) }))}
        />
      </Part>
      <p className="quiet">{t.kept()}</p>
    </Asking>
  )
}

/** A guess, offered while one writes; nobody has to know the list of duties. */
function Kinds({ draft, change }: { draft: Draft; change: (make: (was: Draft) => Draft) => void }) {
  const text = useSettled(draft.description.trim().slice(0, 400), 600)
  const asked = useAsk(suggestDuty, { text }, { when: text.length >= ENOUGH })
  const kinds = (asked.data?.rows ?? []).slice(0, 3)
  if (text.length < ENOUGH || kinds.length === 0) return null
  const choose = (code: string) =>
    change((was) => {
      const chosen = kinds.find((kind) => kind.code === code)
      return { ...was, kind: chosen?.code ?? null, kindName: chosen ? named(chosen.name) : null, kindChosen: true }
    })
  const choices = [
    ...kinds.map(({ code, name }) => ({ value: code, text: named(name) })),
    { value: UNSURE, text: t.kindUnsure() },
  ]
  return (
    <Picks label={t.kind()} value={draft.kind ?? (draft.kindChosen ? UNSURE : '')} onText={choose} choices={choices} />
  )
}
const UNSURE = '?'
