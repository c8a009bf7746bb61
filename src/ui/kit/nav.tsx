import type { ReactNode } from 'react'
import { said } from '../messages.ts'
import { useAt } from '../route.tsx'
import { Go } from './go.tsx'

export type NavItem = { to: string; icon: ReactNode; text: string; count?: number; countText?: string }

/** The app's main places, always at the bottom. */
export function BottomNav({ items }: { items: readonly NavItem[] }) {
  const { path } = useAt()
  return (
    <nav className="nav" aria-label={said.menu()}>
      {items.map(({ to, icon, text, count, countText }) => (
        <Go key={to} to={to} current={to === path} className={to === path ? 'nav-item active' : 'nav-item'}>
          <span className="nav-icon">
            {icon}
            {count ? (
              <span className="nav-count">
                <span aria-hidden>{count > 99 ? '99+' : count}</span>
                <span className="unseen">{countText}</span>
              </span>
            ) : null}
          </span>
          <span className="nav-text">{text}</span>
        </Go>
      ))}
    </nav>
  )
}
