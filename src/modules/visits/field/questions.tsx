import { named } from '#kernel/messages.ts'
import { type Definition, listDefinitions, listQuestions, type Question, type Value } from '#modules/fields/contract.ts'
import { valueText } from '#modules/fields/parts/value.ts'
import { Answered } from '#ui/kit/answer.tsx'
import { Card } from '#ui/kit/card.tsx'
import { Choose, Picks, TextField } from '#ui/kit/field.tsx'
import { useAsk } from '#ui/query.tsx'
import type { Draft, DraftAnswer } from './draft.ts'
import { flowTexts as t } from './messages.ts'

type Asking = { household: string; draft: Draft; change: (make: (was: Draft) => Draft) => void }

/** What is missing or stale at this door, once for all forms; nothing else is asked. */
export function Questions({ household, draft, change }: Asking) {
  const asked = useAsk(listQuestions, { kind: 'household', subject: household })
  const definitions = useAsk(listDefinitions, {})
  const put = (key: string, answer: DraftAnswer | null) =>
    change((was) => {
      const { [key]: _gone, ...rest } = was.answers
      return { ...was, answers: answer ? { ...rest, [key]: answer } : rest }
    })
  return (
    <Answered asked={asked} rows={3}>
      {({ rows }) => {
        if (rows.length === 0)
          return (
            <Card>
              <p className="quiet">{t.dataNone()}</p>
            </Card>
          )
        return (
          <>
            <p className="quiet">{t.dataHint()}</p>
            {rows.map((one) => {
              const key = `${one.subject} ${one.field}`
              const definition = definitions.data?.rows.find(({ key: field }) => field === one.field)
              return definition ? (
                <Card key={key}>
                  <OneQuestion
                    question={one}
                    definition={definition}
                    answer={draft.answers[key]}
                    onAnswer={(answer) => put(key, answer)}
                  />
                </Card>
              ) : null
            })}
          </>
        )
      }}
    </Answered>
  )
}

type Put = {
  question: Question
  definition: Definition
  answer: DraftAnswer | undefined
  onAnswer: (answer: DraftAnswer | null) => void
}

function OneQuestion({ question, definition, answer, onAnswer }: Put) {
  const { subjectKind: kind, subject, field, base, last } = question
  const said = { kind, subject, field, base }
  // Whose it is goes without saying at the door, except among the people who live there.
  const label = kind === 'person' ? `${named(definition.name)} · ${question.who}` : named(definition.name)
  const hint = last ? t.was({ value: `${valueText(last.value, definition)}（${last.day}）` }) : undefined
  const same = last !== null && (
    <label className="pick">
      <input
        type="checkbox"
        checked={answer?.unchanged ?? false}
        onChange={(event) => onAnswer(event.target.checked ? { ...said, unchanged: true } : null)}
      />
      <span>{t.same()}</span>
    </label>
  )
  return (
    <>
      {answer?.unchanged ? (
        <p>
          <strong>{label}</strong>
          <br />
          <span className="quiet">{hint}</span>
        </p>
      ) : (
        <ValueInput
          label={label}
          hint={hint}
          definition={definition}
          value={answer?.value}
          onValue={(value) => onAnswer(value === undefined ? null : { ...said, value, unchanged: false })}
        />
      )}
      {same}
    </>
  )
}

type Typed = {
  label: string
  hint: string | undefined
  definition: Definition
  value: Value | undefined
  onValue: (value: Value | undefined) => void
}
const NUMBERS = ['number', 'count', 'money']

function ValueInput({ label, hint, definition, value, onValue }: Typed) {
  const shown = { label, ...(hint ? { hint } : {}) }
  const choices = definition.choices.map((one) => ({ value: one.key, text: named(one) }))
  if (definition.type === 'yesno')
    return (
      <Picks
        {...shown}
        value={value === undefined ? '' : String(value)}
        onText={(text) => onValue(text === 'true')}
        choices={[
          { value: 'true', text: t.yes() },
          { value: 'false', text: t.no() },
        ]}
      />
    )
  if (definition.type === 'choice')
    return choices.length <= 5 ? (
      <Picks {...shown} value={String(value ?? '')} onText={onValue} choices={choices} />
    ) : (
      <Choose
        {...shown}
        value={String(value ?? '')}
        onText={(text) => onValue(text || undefined)}
        choices={[{ value: '', text: '—' }, ...choices]}
      />
    )
  if (definition.type === 'choices')
    return (
      <fieldset className="picks">
        <legend>{label}</legend>
        {hint && <p className="quiet">{hint}</p>}
        {choices.map((choice) => {
          const held = Array.isArray(value) ? value : []
          return (
            <label key={choice.value} className="pick">
              <input
                type="checkbox"
                checked={held.includes(choice.value)}
                onChange={({ target }) =>
                  onValue(target.checked ? [...held, choice.value] : held.filter((key) => key !== choice.value))
                }
              />
              <span>{choice.text}</span>
            </label>
          )
        })}
      </fieldset>
    )
  const isNumber = NUMBERS.includes(definition.type)
  return (
    <TextField
      {...shown}
      type={definition.type === 'day' ? 'date' : 'text'}
      inputMode={isNumber ? 'decimal' : 'text'}
      maxLength={500}
      value={value === undefined ? '' : String(value)}
      onText={(text) =>
        onValue(text === '' ? undefined : isNumber && Number.isFinite(Number(text)) ? Number(text) : text)
      }
    />
  )
}
