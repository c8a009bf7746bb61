import { useState } from 'react'
import { Button } from '#ui/kit/button.tsx'
import { named } from '#kernel/messages.ts'
import type { Definition, Question, Value } from '../contract.ts'
import { valueText } from '../parts/value.ts'
import { ValueInput } from './input.tsx'
import { fillingTexts as t } from './messages.ts'
import './question.css'

/** What was said to a question on this phone. */
export type Given = { unchanged: true } | { unchanged?: undefined; value: Value | undefined }

type Asked = {
  question: Question
  definition: Definition | undefined
  said: Given | undefined
  wrong: boolean
  onSaid: (said: Given | undefined) => void
}

/** With a value from before: one tap when it is still so. Without: its control. */
export function OneQuestion({ question, definition, said, wrong, onSaid }: Asked) {
  const { last, forms, contested } = question
  const [changing, setChanging] = useState(false)
  if (!definition) return null
  const shownInput = !last || changing || (said !== undefined && !said.unchanged)
  return (
    <div className="question">
      {!shownInput && <h3>{named(definition.name)}</h3>}
      {shownInput && (
        <ValueInput
          definition={definition}
          value={said && !said.unchanged ? said.value : undefined}
          onValue={(value) => onSaid(value === undefined ? undefined : { value })}
          wrong={wrong}
        />
      )}
      <p className="quiet">
        {[
          last ? t.last({ day: last.day, value: valueText(last.value, definition) }) : t.never(),
          forms.length > 1 && t.feeds({ count: forms.length }),
          contested && t.contested(),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {last && (
        <div className="buttons" role="group" aria-label={named(definition.name)}>
          <Button
            look={said?.unchanged ? 'primary' : 'soft'}
            aria-pressed={said?.unchanged === true}
            onClick={() => {
              setChanging(false)
              onSaid(said?.unchanged ? undefined : { unchanged: true })
            }}
          >
            {t.unchanged()}
          </Button>
          <Button
            look="plain"
            aria-pressed={shownInput}
            onClick={() => {
              setChanging(!shownInput)
              onSaid(undefined)
            }}
          >
            {t.changed()}
          </Button>
        </div>
      )}
    </div>
  )
}

export const answerOf = ({ subjectKind, subject, field, base }: Question, said: Given) => ({
  subjectKind,
  subject,
  field,
  base,
  ...(said.unchanged ? { unchanged: true } : { value: said.value }),
})
