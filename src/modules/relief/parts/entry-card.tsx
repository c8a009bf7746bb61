import ChevronRight from 'lucide-react/icons/chevron-right'
import type { ComponentType } from 'react'
import { Card } from '#ui/kit/card.tsx'
import { Go } from '#ui/kit/go.tsx'

export type EntryLine = {
  to: string
  icon: ComponentType<{ 'aria-hidden': true }>
  tone: 'late' | 'soon' | 'work' | 'rights' | 'done' | 'void'
  title: string
  sub: string
}

/** On a first screen: what of the tools concerns me now, a line each; nothing at all when none does. */
export function EntryCard({ lines }: { lines: readonly (EntryLine | null)[] }) {
  const shown = lines.filter((line) => line !== null)
  if (shown.length === 0) return null
  return (
    <Card flush>
      {shown.map(({ to, icon: Icon, tone, title, sub }) => (
        <Go key={`${to} ${title}`} to={to} className="big-entry">
          <span className={`tile big ${tone}`}>
            <Icon aria-hidden />
          </span>
          <span className="big-entry-body">
            <strong>{title}</strong>
            <span className="quiet">{sub}</span>
          </span>
          <ChevronRight aria-hidden />
        </Go>
      ))}
    </Card>
  )
}
