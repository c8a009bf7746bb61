import type { ReactNode } from 'react'
import { Failure } from './answer.tsx'
import { Button } from './button.tsx'

type FormProps = {
  /** What the one button says. */
  send: ReactNode
  onSend: () => void
  busy: boolean
  busyText?: string
  error?: Error | null
  children: ReactNode
  /** What else can be done, below the button. */
  after?: ReactNode
}

/** Some fields and one button: what went wrong stands above it, and it sends once. */
export const Form = ({ send, onSend, busy, busyText, error = null, children, after }: FormProps) => (
  <form
    className="stack"
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      if (!busy) onSend()
    }}
  >
    {children}
    <Failure error={error} />
    <Button type="submit" wide busy={busy} {...(busyText ? { busyText } : {})}>
      {send}
    </Button>
    {after}
  </form>
)
