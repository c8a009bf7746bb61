import { useState } from 'react'
import { Button } from '#ui/kit/button.tsx'
import { Picks, TextBox } from '#ui/kit/field.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import type { EvacueeView } from '../contract-evacuation.ts'
import { movingWords } from '../parts/messages.ts'
import { sayText } from '../parts/states.ts'
import { type Sayable, sayOf } from './bringing.ts'
import { bringTexts as t } from './messages.ts'
import { useSaying } from './use-saying.ts'

/** What is not the next step: who will not go and why, who is not here, a step that was said too early. */
export function WordSheet({ one, onClose }: { one: EvacueeView; onClose: () => void }) {
  const usual = (['refused', 'elsewhere'] as const).find((state) => one.can.includes(state)) ?? one.can[0]
  const [state, setState] = useState<Sayable | undefined>(usual)
  const [note, setNote] = useState('')
  const missing = !state || (state === 'refused' && note.trim() === '')
  const say = async (): Promise<boolean> => (state ? sayOf([one], state, note.trim()) : false)
  const { busy, wrong, send } = useSaying(missing, say, onClose)
  return (
    <Sheet title={t.whatOf({ name: one.person.name })} onClose={onClose}>
      <Picks
        label={t.choose()}
        value={state ?? ''}
        onText={(text) => setState(one.can.find((can) => can === text))}
        choices={one.can.map((can) => ({ value: can, text: sayText(can) }))}
      />
      <TextBox
        label={state === 'refused' ? movingWords.why() : movingWords.remark()}
        optional={state !== 'refused'}
        rows={2}
        maxLength={500}
        value={note}
        onText={setNote}
        error={wrong ? movingWords.whyNeeded() : undefined}
      />
      <Button wide busy={busy} onClick={send}>
        {t.note()}
      </Button>
    </Sheet>
  )
}
