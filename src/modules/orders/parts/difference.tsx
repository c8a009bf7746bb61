import './orders.css'
import type { z } from 'zod'
import type { Change } from '../contract.ts'
import { orderWords as t } from './messages.ts'

/** Paragraph by paragraph; what went and what came is said, not only coloured. */
export const Difference = ({ changes, label }: { changes: readonly z.infer<typeof Change>[]; label: string }) => (
  <ul className="said-difference" aria-label={label}>
    {changes.map(({ kind, text }, at) => (
      <li key={at} data-change={kind}>
        {kind === 'out' && <span className="unseen">{t.gone()}</span>}
        {kind === 'in' && <span className="unseen">{t.came()}</span>}
        {kind === 'out' ? <s>{text}</s> : text}
      </li>
    ))}
  </ul>
)
