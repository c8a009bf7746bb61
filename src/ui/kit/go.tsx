import type { MouseEvent, ReactNode } from 'react'
import { goTo, hrefOf, preload } from '../route.tsx'

type Address = { to: string; search?: Record<string, string> | undefined }
type Linked = Address & { className?: string | undefined; label?: string; current?: boolean; children: ReactNode }

/** A link inside the app: a real one, so that it can be opened beside, copied and heard as a link. */
export function Go({ to, search, className, label, current = false, children }: Linked) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    goTo(to, { search })
  }
  return (
    <a
      href={hrefOf(to, search)}
      className={className}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
      onClick={follow}
      onPointerDown={() => preload(to)}
    >
      {children}
    </a>
  )
}
