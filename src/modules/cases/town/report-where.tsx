import { useState } from 'react'
import { PlacePicker } from '#modules/places/parts/place-picker.tsx'
import { useKept } from '#ui/kept.ts'
import { Button } from '#ui/kit/button.tsx'
import { TextField } from '#ui/kit/field.tsx'
import { goTo } from '#ui/route.tsx'
import { said } from '#ui/messages.ts'
import { type Draft, DRAFT, newDraft } from './drafts.ts'
import { reportTexts as t } from './messages.ts'
import { Asking } from './report-frame.tsx'

export function ReportWhere() {
  const [draft, change] = useKept<Draft>(DRAFT, newDraft)
  const [away, setAway] = useState(0)
  const [tried, setTried] = useState(false)
  const next = () => (draft.place ? goTo('/report/who') : setTried(true))
  return (
    <Asking
      no={2}
      question={t.where()}
      hint={draft.place ? undefined : t.whereHint()}
      dock={<Button onClick={next}>{said.next()}</Button>}
    >
      <p role="alert" className="field-error">
        {tried && !draft.place && t.wherePlease()}
      </p>
      <PlacePicker
        picked={draft.place && { place: draft.place, position: draft.position, away }}
        onPick={(picked) => {
          setAway(picked?.away ?? 0)
          change((was) => ({ ...was, place: picked?.place ?? null, position: picked?.position ?? null }))
        }}
      />
      {draft.place && (
        <TextField
          label={t.address()}
          optional
          value={draft.address}
          onText={(address) => change((was) => ({ ...was, address }))}
          placeholder={t.addressExample()}
          maxLength={200}
        />
      )}
    </Asking>
  )
}
