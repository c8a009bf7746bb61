import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { said } from '../messages.ts'

export type NavItem = { to: string; icon: ReactNode; text: string; count?: number; countText?: string }

/** The app's main places, always at the bottom. */
export const BottomNav = ({ items }: { items: readonly NavItem[] }) => (
  <nav className="nav" aria-label={said.menu()}>
    {items.map(({ to, icon, text, count, countText }) => (
      <Link key={to} to={to as '.'} activeOptions={{ exact: to === '/' }} className="nav-item">
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
      </Link>
    ))}
  </nav>
)
