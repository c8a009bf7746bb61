import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type GoProps = { to: string; search?: Record<string, string>; className?: string; label?: string; children: ReactNode }

/** A link inside the console. Screens live in slices and do not know the router of the app that shows them. */
export const Go = ({ to, search, className, label, children }: GoProps) => (
  <Link
    to={to as '.'}
    search={(search ?? {}) as never}
    {...(className ? { className } : {})}
    {...(label ? { 'aria-label': label } : {})}
  >
    {children}
  </Link>
)
