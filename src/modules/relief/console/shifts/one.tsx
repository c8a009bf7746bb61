import X from 'lucide-react/icons/x'
import { Panel } from '#ui/console/page.tsx'
import { useNow } from '#ui/now.ts'
import type { ShiftView } from '../../contract-shifts.ts'
import { movingWords } from '../../parts/messages.ts'
import { shiftWords } from '../../parts/shift-messages.ts'
import { gapOf, spanText, toneOf } from '../../parts/shift-time.ts'
import { shiftTexts as t } from './messages.ts'

export type Standing = ShiftView['people'][number]
export type Doing = 'assign' | 'cancel' | Standing
type OneProps = { of: ShiftView; open: boolean; onDo: (doing: Doing) => void; onClose: () => void }

/** One shift: who stands there, and how many are still wanted. */
export function One({ of, open, onDo, onClose }: OneProps) {
  const now = useNow()
  const gap = gapOf(of)
  return (
    <Panel
      title={`${of.spot} · ${of.title}`}
      className="shifts-one"
      action={
        <button type="button" className="link" aria-label={t.closeOne()} title={t.closeOne()} onClick={onClose}>
          <X size={16} aria-hidden />
        </button>
      }
    >
      <p>
        {spanText(of, now)}
        <br />
        <span className="quiet-ink">{of.placeName}</span>
      </p>
      <p className="row">
        <strong className="strong">
          {t.there()} {shiftWords.seats(of)}
        </strong>
        <span className="chip" data-tone={toneOf(of, now)}>
          {gap > 0 ? shiftWords.gap({ count: gap }) : shiftWords.full()}
        </span>
      </p>
      <ul>
        {of.people.length === 0 && <li className="quiet-ink">{t.nobody()}</li>}
        {of.people.map((one) => (
          <li key={one.seat}>
            <span>
              <strong className="strong">{one.name}</strong>{' '}
              <span className="quiet-ink">
                {[one.age !== null && movingWords.aged({ age: one.age }), one.phoneMasked].filter(Boolean).join(' · ')}
              </span>
              <br />
              <span className="quiet-ink">{one.organ ?? t.volunteer()}</span>
            </span>
            {open && of.can.includes('cancel') && (
              <button type="button" className="link" onClick={() => onDo(one)}>
                {t.free()}
                <span className="unseen"> {one.name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {open && (
        <footer>
          {of.can.includes('assign') && (
            <button type="button" className="firm" onClick={() => onDo('assign')}>
              {t.assign()}
            </button>
          )}
          {of.can.includes('cancel') && (
            <button type="button" className="quiet" onClick={() => onDo('cancel')}>
              {t.cancel()}
            </button>
          )}
        </footer>
      )}
    </Panel>
  )
}
