import { useState } from 'react'
import { Button } from '#ui/kit/button.tsx'
import { TextBox } from '#ui/kit/field.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import type { StayView } from '../../contract-stays.ts'
import { NeedFields, type NeedTyped, noNeed } from '../../parts/need-fields.tsx'
import type { NeedView } from '../../parts/stays.ts'
import { helpingTexts as t } from './messages.ts'
import { sayBrought, sayNeeded } from './sending.ts'

type Given = { stay: StayView; onClose: () => void }

export function BroughtSheet({ need, onClose }: Given & { need: NeedView }) {
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const send = async (): Promise<void> => {
    setBusy(true)
    const went = await sayBrought(need, note.trim())
    setBusy(false)
    if (went) onClose()
  }
  return (
    <Sheet title={t.bringOf({ text: need.text })} onClose={onClose}>
      <TextBox label={t.note()} optional rows={2} maxLength={500} value={note} onText={setNote} />
      <Button wide busy={busy} onClick={() => void send()}>
        {t.bring()}
      </Button>
    </Sheet>
  )
}

/** Heard at the door or on the phone. */
export function AskSheet({ stay, onClose }: Given) {
  const [need, setNeed] = useState<NeedTyped>(noNeed)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const text = need.text.trim()
  const send = async (): Promise<void> => {
    if (text === '') return setTried(true)
    setBusy(true)
    const went = await sayNeeded(stay, { ...need, text })
    setBusy(false)
    if (went) onClose()
  }
  return (
    <Sheet title={t.askOf({ name: stay.person.name })} onClose={onClose}>
      <NeedFields need={need} onNeed={setNeed} wrong={tried && text === ''} />
      <Button wide busy={busy} onClick={() => void send()}>
        {t.done()}
      </Button>
    </Sheet>
  )
}
