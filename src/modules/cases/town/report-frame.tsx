import type { ReactNode } from 'react'
import { Screen } from '#ui/kit/screen.tsx'
import { reportTexts as t } from './messages.ts'

/** One question a page; the browser's back button is the way back. */
export const Asking = ({
  no,
  question,
  hint,
  dock,
  children,
}: {
  no: number
  question: string
  hint?: string
  dock: ReactNode
  children: ReactNode
}) => (
  <Screen title={question} sub={t.step({ no })} up={UP[no] ?? '/'} dock={dock}>
    <div className="part-progress" aria-hidden>
      {[1, 2, 3, 4].map((one) => (
        <span key={one} className={one <= no ? 'on' : ''} />
      ))}
    </div>
    {hint && <p className="quiet">{hint}</p>}
    {children}
  </Screen>
)

const UP: Record<number, string> = { 1: '/', 2: '/report', 3: '/report/where', 4: '/report/who' }
