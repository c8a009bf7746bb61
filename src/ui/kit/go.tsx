import { Link, useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** An address inside the app, as a path. Screens live in slices and do not know the router of the app that shows them. */
type Address = { to: string; search?: Record<string, string> }

export function Go({ to, search, className, label, children }: Address & { className?: string; label?: string; children: ReactNode }) {
  return (
    <Link to={to as '.'} search={(search ?? {}) as never} className={className} aria-label={label}>
      {children}
    </Link>
  )
}

export function useGo(): (to: string, options?: { replace?: boolean; search?: Record<string, string> }) => void {
  const navigate = useNavigate()
  return (to, { replace = false, search = {} } = {}) => void navigate({ to: to as '.', search: search as never, replace })
}

/** Back to where one came from; straight into a page (a link in a chat), up to its parent. */
export function useBack(up: string): () => void {
  const router = useRouter()
  const canGoBack = useCanGoBack()
  const go = useGo()
  return () => (canGoBack ? router.history.back() : go(up))
}
