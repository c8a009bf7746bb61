import { useState } from 'react'
import { Button } from '#ui/kit/button.tsx'
import { Picks, TextBox } from '#ui/kit/field.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { FINDINGS } from '../../contract-checks.ts'
import { checkWords } from '../../parts/check-messages.ts'
import { lineText } from '../../parts/checks.ts'
import { useSaying } from '../use-saying.ts'
import { type Finding, type Line, sayAnswer } from './answering.ts'
import { lineTexts as t } from './messages.ts'

/** What does not speak for itself is said in words. */
const NEEDS_NOTE = new Set<Finding>(['elsewhere', 'mistaken', 'refused'])

export function LineSheet({ line, onClose }: { line: Line; onClose: () => void }) {
  const [state, setState] = useState<Finding>(line.disputed ? 'mistaken' : 'found')
  const [note, setNote] = useState('')
  const missing = NEEDS_NOTE.has(state) && note.trim() === ''
  const { busy, wrong, send } = useSaying(missing, () => sayAnswer(line, state, note.trim()), onClose)
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
        error={wrong ? t.needNote() : undefined}
      />
      <Button wide busy={busy} onClick={send}>
        {t.note()}
      </Button>
    </Sheet>
  )
}
