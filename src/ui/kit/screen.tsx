import ChevronLeft from 'lucide-react/icons/chevron-left'
import { type ReactNode, useEffect, useRef } from 'react'
import { said } from '../messages.ts'
import { goBack } from '../route.tsx'

type Titled = { title: string; sub?: ReactNode; aside?: ReactNode }

/** A screen that one goes into: back, title, content, and what to do docked at the bottom. */
export function Screen({
  title,
  sub,
  aside,
  up,
  dock,
  children,
}: Titled & { up: string; dock?: ReactNode; children: ReactNode }) {
  const heading = useAnnounced(title)
  return (
    <div className="screen">
      <header className="bar">
        <button type="button" className="bar-back" aria-label={said.back()} onClick={() => goBack(up)}>
          <ChevronLeft aria-hidden />
        </button>
        <div className="bar-title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {sub && <p>{sub}</p>}
        </div>
        {aside}
      </header>
      <main id="main" className={dock ? 'main docked' : 'main'}>
        {children}
      </main>
      {dock && <div className="dock">{dock}</div>}
    </div>
  )
}

/** A first screen of the app: green head, content drawn over its lower edge. */
export function Home({ title, sub, aside, children }: Titled & { children: ReactNode }) {
  const heading = useAnnounced(title)
  return (
    <div className="screen">
      <header className="head">
        <div className="head-title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {sub && <p>{sub}</p>}
        </div>
        {aside}
      </header>
      <main id="main" className="main over-head">
        {children}
      </main>
    </div>
  )
}

let shown = 0

/** A new screen says its name: in the title of the page, and by moving the focus, except on the very first one. */
function useAnnounced(title: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => {
    if (shown++ > 0) heading.current?.focus({ preventScroll: true })
  }, [])
  return heading
}
