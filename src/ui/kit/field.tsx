import CircleAlert from 'lucide-react/icons/circle-alert'
import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react'
import { said } from '../messages.ts'

type Labelled = { label: string; hint?: string; error?: string | undefined; optional?: boolean }
type Tied = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

function Field({ label, hint, error, optional, children }: Labelled & { children: (tied: Tied) => ReactNode }) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="quiet"> · {said.optional()}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="quiet">
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      <p id={`${id}-error`} className="field-error" aria-live="polite">
        {error && (
          <>
            <CircleAlert aria-hidden />
            {error}
          </>
        )}
      </p>
    </div>
  )
}

type Changed = { value: string; onText: (text: string) => void }

export function TextField({
  label,
  hint,
  error,
  optional,
  onText,
  ...rest
}: Labelled & Changed & Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'>) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(tied) => <input {...rest} {...tied} onChange={(event) => onText(event.target.value)} />}
    </Field>
  )
}

export function TextBox({
  label,
  hint,
  error,
  optional,
  onText,
  rows = 4,
  ...rest
}: Labelled & Changed & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'>) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(tied) => <textarea rows={rows} {...rest} {...tied} onChange={(event) => onText(event.target.value)} />}
    </Field>
  )
}

type Choice = { value: string; text: string }

export function Choose({
  label,
  hint,
  error,
  optional,
  onText,
  choices,
  ...rest
}: Labelled &
  Changed & { choices: readonly Choice[] } & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'>) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(tied) => (
        <select {...rest} {...tied} onChange={(event) => onText(event.target.value)}>
          {choices.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** One of a few, all in sight: easier than a list that has to be opened. */
export function Picks({ label, hint, value, onText, choices }: Labelled & Changed & { choices: readonly Choice[] }) {
  const name = useId()
  return (
    <fieldset className="picks">
      <legend>{label}</legend>
      {hint && <p className="quiet">{hint}</p>}
      {choices.map((choice) => (
        <label key={choice.value} className="pick">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onText(choice.value)}
          />
          <span>{choice.text}</span>
        </label>
      ))}
    </fieldset>
  )
}
