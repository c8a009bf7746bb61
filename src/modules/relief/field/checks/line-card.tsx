import { useState } from 'react'
import { nearName } from '#modules/cases/parts/near.ts'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Note } from '#ui/kit/card.tsx'
import { useNow } from '#ui/now.ts'
import { moment } from '#ui/time.ts'
import { checkWords } from '../../parts/check-messages.ts'
import { lineText, reasonText, TONE_OF_LINE } from '../../parts/checks.ts'
import { useUnheard } from '../sending.ts'
import { sendingTexts } from '../sending-messages.ts'
import { type Line, sayAnswer } from './answering.ts'
import { LineSheet } from './line-sheet.tsx'
import { lineTexts as t } from './messages.ts'

/** One person: where, why, on what it rests, and what he himself says against it. */
export function LineCard({ line }: { line: Line }) {
  const { id, person, address, placeName, reason, evidence, state, note, saidAt, disputed, can } = line
  const [open, setOpen] = useState(false)
  const now = useNow()
  const unheard = useUnheard()
  const said = unheard.has(id) ? sendingTexts.waiting() : saidAt && moment(saidAt, now)
  const name = <span className="unseen"> {person.name}</span>
  const left = state === 'open' || state === 'nobody'
  const answers = can.includes('answer')
  return (
    <Card>
      <div className="relief-person">
        <p>
          <strong className="relief-address">{person.name}</strong>{' '}
          <span className="quiet">
            {[person.age !== null && t.aged({ age: person.age }), person.phoneMasked].filter(Boolean).join(' · ')}
          </span>
        </p>
        <p>{address || nearName(placeName)}</p>
        <p className="quiet">
          {reasonText(reason)} · {evidence}
        </p>
        <p className="relief-stands">
          <State tone={TONE_OF_LINE[state]} text={lineText(state)} />
          <span className="quiet">{[said, note].filter(Boolean).join(' · ')}</span>
        </p>
      </div>
      {disputed && (
        <Note tone="rights" icon={null}>
          <p>{checkWords.dispute({ text: disputed })}</p>
        </Note>
      )}
      {answers && (
        <div className="buttons">
          {left && (
            <>
              <Button look="soft" onClick={() => void sayAnswer(line, 'found')}>
                {t.confirm()}
                {name}
              </Button>
              <Button look="plain" onClick={() => void sayAnswer(line, 'nobody')}>
                {t.nobody()}
                {name}
              </Button>
            </>
          )}
          <Button look="plain" onClick={() => setOpen(true)}>
            {t.other()}
            {name}
          </Button>
        </div>
      )}
      {open && <LineSheet line={line} onClose={() => setOpen(false)} />}
    </Card>
  )
}
