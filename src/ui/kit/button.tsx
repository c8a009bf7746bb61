import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { said } from '../messages.ts'
import { Go } from './go.tsx'

type Look = 'primary' | 'soft' | 'plain' | 'danger'

type Pressed = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  look?: Look
  wide?: boolean
  busy?: boolean
  busyText?: string
  children: ReactNode
}

export function Button({
  look = 'primary',
  wide = false,
  busy = false,
  busyText = said.sending(),
  children,
  onClick,
  type = 'button',
  ...rest
}: Pressed) {
  // A busy button stays focusable and readable; it only does not fire twice.
  return (
    <button
      type={type}
      {...rest}
      className={classOf(look, wide)}
      aria-disabled={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {busy ? busyText : children}
    </button>
  )
}

export const GoButton = ({
  to,
  search,
  look = 'primary',
  wide = false,
  children,
}: {
  to: string
  search?: Record<string, string>
  look?: Look
  wide?: boolean
  children: ReactNode
}) => (
  <Go to={to} search={search} className={classOf(look, wide)}>
    {children}
  </Go>
)

const classOf = (look: Look, wide: boolean): string => `button ${look}${wide ? ' wide' : ''}`
