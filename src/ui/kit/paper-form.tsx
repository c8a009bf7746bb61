import Search from 'lucide-react/icons/search'
import { type InputHTMLAttributes, useState } from 'react'
import { CallError } from '../call.ts'
import { TextField } from './field.tsx'
import { Form } from './form.tsx'

type Typed = { number: string; secret: string }
type Said = {
  number: () => string
  secret: () => string
  secretHint: () => string
  missing: () => string
  wrong: () => string
  find: () => string
}
type PaperProps = {
  says: Said
  numberHint: string
  numeric?: boolean
  /** How the secret is printed. */
  capitals?: InputHTMLAttributes<HTMLInputElement>['autoCapitalize']
  /** A pasted link may say both. */
  onNumber?: (text: string) => Partial<Typed>
  /** As the server wants them; a gap says what is missing. */
  read: (typed: Typed) => Typed
  /** Throws the refusal. */
  find: (read: Typed) => Promise<void>
}

/** What stands on a paper or in a saved link, typed off: its number and its secret. */
export function PaperForm({ says, numberHint, numeric, capitals = 'none', onNumber, read, find }: PaperProps) {
  const [typed, setTyped] = useState<Typed>({ number: '', secret: '' })
  const [problem, setProblem] = useState<string>()
  const [error, setError] = useState<Error | null>(null)
  const [busy, setBusy] = useState(false)
  const type = (change: Partial<Typed>) => setTyped((was) => ({ ...was, ...change }))
  async function send() {
    const plain = read(typed)
    const whole = plain.number && plain.secret
    setProblem(whole ? undefined : says.missing())
    setError(null)
    if (!whole) return
    setBusy(true)
    try {
      await find(plain)
    } catch (failed) {
      if (!(failed instanceof CallError)) throw failed
      if (failed.code === 'not_found' || failed.code === 'invalid') setProblem(says.wrong())
      else setError(failed)
    }
    setBusy(false)
  }
  const search = (
    <>
      <Search aria-hidden />
      {says.find()}
    </>
  )
  return (
    <Form send={search} onSend={() => void send()} busy={busy} error={error}>
      <TextField
        label={says.number()}
        hint={numberHint}
        {...(numeric ? { inputMode: 'numeric' as const } : {})}
        value={typed.number}
        onText={(text) => type(onNumber ? onNumber(text) : { number: text })}
        autoComplete="off"
        error={problem}
      />
      <TextField
        label={says.secret()}
        hint={says.secretHint()}
        value={typed.secret}
        onText={(secret) => type({ secret })}
        autoComplete="off"
        autoCapitalize={capitals}
        spellCheck={false}
      />
    </Form>
  )
}
