import { useId } from 'react'
import { named } from '#kernel/messages.ts'
import { Choose, Picks, TextBox, TextField } from '#ui/kit/field.tsx'
import type { Definition, Value } from '../contract.ts'
import { fieldWords } from '../parts/messages.ts'
import { fillingTexts as t } from './messages.ts'

type Asked = {
  definition: Definition
  value: Value | undefined
  onValue: (value: Value | undefined) => void
  wrong: boolean
}
const FEW = 7

/** The control that fits a datum: few choices lie open, numbers bring up the number keys. */
export function ValueInput({ definition, value, onValue, wrong }: Asked) {
  const label = named(definition.name)
  const hint = definition.unit ? named(definition.unit) : undefined
  const error = wrong ? t.wrong() : undefined
  switch (definition.type) {
    case 'yesno':
      return (
        <Picks
          label={label}
          value={value === undefined ? '' : String(value)}
          onText={(text) => onValue(text === 'true')}
          choices={[
            { value: 'true', text: fieldWords.yes() },
            { value: 'false', text: fieldWords.no() },
          ]}
        />
      )
    case 'choice': {
      const choices = definition.choices.map((choice) => ({ value: choice.key, text: named(choice) }))
      const given = typeof value === 'string' ? value : ''
      return choices.length <= FEW ? (
        <Picks label={label} value={given} onText={onValue} choices={choices} />
      ) : (
        <Choose
          label={label}
          value={given}
          onText={(text) => onValue(text || undefined)}
          choices={[{ value: '', text: '' }, ...choices]}
        />
      )
    }
    case 'choices':
      return (
        <Ticks definition={definition} chosen={Array.isArray(value) ? value : []} onChosen={onValue} label={label} />
      )
    case 'text':
      return (
        <TextBox
          label={label}
          rows={2}
          maxLength={500}
          value={typeof value === 'string' ? value : ''}
          onText={(text) => onValue(text || undefined)}
          error={error}
        />
      )
    case 'day':
      return (
        <TextField
          label={label}
          type="date"
          value={typeof value === 'string' ? value : ''}
          onText={(text) => onValue(text || undefined)}
          error={error}
        />
      )
    default:
      return (
        <TextField
          label={hint ? `${label}（${hint}）` : label}
          inputMode={definition.type === 'count' ? 'numeric' : 'decimal'}
          maxLength={12}
          value={value === undefined ? '' : String(value)}
          onText={(text) => onValue(numberOf(text))}
          error={error}
        />
      )
  }
}

/** A number as it is typed: "3." stays a text until it is one. */
const numberOf = (text: string): Value | undefined => {
  const plain = text.replace(/[^\d.]/g, '')
  if (plain === '') return undefined
  return plain.endsWith('.') || Number.isNaN(Number(plain)) ? plain : Number(plain)
}

type Ticking = {
  definition: Definition
  label: string
  chosen: readonly string[]
  onChosen: (chosen: string[]) => void
}
function Ticks({ definition, label, chosen, onChosen }: Ticking) {
  const name = useId()
  const without = (key: string) => chosen.filter((one) => one !== key)
  return (
    <fieldset className="picks">
      <legend>{label}</legend>
      {definition.choices.map((choice) => (
        <label key={choice.key} className="pick">
          <input
            type="checkbox"
            name={`${name}${choice.key}`}
            checked={chosen.includes(choice.key)}
            onChange={(event) => onChosen(event.target.checked ? [...chosen, choice.key] : without(choice.key))}
          />
          <span>{named(choice)}</span>
        </label>
      ))}
    </fieldset>
  )
}
