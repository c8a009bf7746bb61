import ChevronRight from 'lucide-react/icons/chevron-right'
import type { ReactNode } from 'react'
import { Go } from './go.tsx'

export const Rows = ({ children, label }: { children: ReactNode; label?: string }) => (
  <ul className="rows" aria-label={label}>
    {children}
  </ul>
)

type Shown = { title: ReactNode; sub?: ReactNode; state?: ReactNode; icon?: ReactNode }

const Body = ({ title, sub, state }: Shown) => (
  <span className="row-body">
    <span className="row-title">{title}</span>
    {sub && <span className="row-sub">{sub}</span>}
    {state && <span className="row-state">{state}</span>}
  </span>
)

/** One thing of a list; the whole row opens it, the button beside it is what to do with it. */
export const Row = ({ to, aside, ...shown }: Shown & { to?: string; aside?: ReactNode }) => (
  <li className="row">
    {shown.icon}
    {to ? (
      <Go to={to} className="row-link">
        <Body {...shown} />
        {!aside && <ChevronRight aria-hidden className="row-more" />}
      </Go>
    ) : (
      <Body {...shown} />
    )}
    {aside}
  </li>
)

/** A row that does something here instead of leading away. */
export const RowButton = ({ onPress, aside, ...shown }: Shown & { onPress: () => void; aside?: ReactNode }) => (
  <li className="row">
    {shown.icon}
    <button type="button" className="row-link" onClick={onPress}>
      <Body {...shown} />
    </button>
    {aside}
  </li>
)
