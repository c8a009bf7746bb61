import { useState } from 'react'
import { Button } from '#ui/kit/button.tsx'
import { Picks, TextBox } from '#ui/kit/field.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { FINDINGS } from '../../contract-checks.ts'
import { checkWords } from '../../parts/check-messages.ts'
import { lineText } from '../../parts/checks.ts'
import { type Finding, type Line, sayAnswer } from './answering.ts'
import { lineTexts as t } from './messages.ts'

/** What does not speak for itself is said in words. */
const NEEDS_NOTE = new Set<Finding>(['elsewhere', 'mistaken', 'refused'])

export function LineSheet({ line, onClose }: { line: Line; onClose: () => void }) {
  const [state, setState] = useState<Finding>(line.disputed ? 'mistaken' : 'found')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const wrong = NEEDS_NOTE.has(state) && note.trim() === ''
  const send = async (): Promise<void> => {
    if (wrong) return setTried(true)
    setBusy(true)
    const went = await sayAnswer(line, state, note.trim())
    setBusy(false)
    if (went) onClose()
  }
  return (
    <Sheet title={t.sheet({ name: line.person.name })} onClose={onClose}>
      <Picks
        label={t.result()}
        value={state}
        onText={(text) => setState(FINDINGS.find((one) => one === text) ?? state)}
        choices={FINDINGS.map((one) => ({ value: one, text: lineText(one) }))}
      />
      <TextBox
        label={checkWords.remark()}
        optional={!NEEDS_NOTE.has(state)}
        rows={2}
        maxLength={500}
        value={note}
        onText={setNote}
        error={tried && wrong ? t.needNote() : undefined}
      />
      <Button wide busy={busy} onClick={() => void send()}>
        {t.note()}
      </Button>
    </Sheet>
  )
}
