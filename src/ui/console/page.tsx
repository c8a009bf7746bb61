import { createContext, type ReactNode, use, useEffect } from 'react'
import { createPortal } from 'react-dom'
import { consoleTexts as t } from './messages.ts'

/** Where the frame lets a page write its own name: in the top bar. */
export const BarSlot = createContext<HTMLElement | null>(null)

type PageProps = {
  title: string
  /** Stands in the bar for the title where tabs name the page: so they stay where they are from one to the next. */
  section?: string
  trail?: ReactNode
  actions?: ReactNode
  className?: string
  children: ReactNode
}

/** One screen: its name and trail in the top bar and in the window, the rest below. */
export function Page({ title, section, trail, actions, className = '', children }: PageProps) {
  const slot = use(BarSlot)
  useEffect(() => {
    document.title = t.windowTitle({ title })
  }, [title])
  const heading = (
    <>
      <h1>{section ?? title}</h1>
      {trail}
      {actions && <div className="bar-actions">{actions}</div>}
    </>
  )
  return (
    <main id="content" className={`page ${className}`} tabIndex={-1}>
      {slot ? createPortal(heading, slot) : heading}
      {children}
    </main>
  )
}

type PanelProps = {
  title: ReactNode
  note?: ReactNode
  action?: ReactNode
  className?: string
  flush?: boolean
  children: ReactNode
}

/** A white sheet with a heading; `flush` lets a table reach its edges. */
export function Panel({ title, note, action, className = '', flush = false, children }: PanelProps) {
  return (
    <section className={`panel ${flush ? 'panel-flush' : ''} ${className}`}>
      <header className="panel-head">
        <h2>{title}</h2>
        {note && <span className="panel-note">{note}</span>}
        {action && <span className="panel-action">{action}</span>}
      </header>
      <div className="panel-body">{children}</div>
    </section>
  )
}
