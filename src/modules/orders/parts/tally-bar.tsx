import './orders.css'
import type { Tally } from '../contract.ts'
import { SPOKEN } from './looks.ts'

/** One bar for all who are addressed; what is not filled has not been answered. The numbers stand beside it in words. */
export const TallyBar = ({ tally, thick = false }: { tally: Tally; thick?: boolean }) => (
  <div className={thick ? 'tally-bar thick' : 'tally-bar'} aria-hidden>
    {SPOKEN.map(
      (state) =>
        tally[state] > 0 && (
          <span key={state} data-answer={state} style={{ width: `${(100 * tally[state]) / tally.addressed}%` }} />
        ),
    )}
  </div>
)
