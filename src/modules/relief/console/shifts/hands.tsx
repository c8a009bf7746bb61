import { counted } from '#ui/console/figures.ts'
import { useNow } from '#ui/now.ts'
import type { ShiftView } from '../../contract-shifts.ts'
import { gapOf, toneOf } from '../../parts/shift-time.ts'
import { shiftTexts as t } from './messages.ts'

const sum = (rows: readonly ShiftView[], of: (row: ShiftView) => number): number =>
  rows.reduce((all, row) => all + of(row), 0)

/** Of all shifts that are not over: how many hands are wanted, and how many are there. */
export function Hands({ rows }: { rows: readonly ShiftView[] }) {
  const now = useNow()
  const wanted = sum(rows, ({ seats }) => seats)
  const taken = sum(rows, (row) => row.seats - gapOf(row))
  const soon = rows.filter((row) => toneOf(row, now) === 'late')
  return (
    <section className="panel relief-figures shifts-hands" aria-label={t.figures()}>
      <dl>
        <div>
          <dt>{t.shifts()}</dt>
          <dd>{counted(rows.length)}</dd>
        </div>
        <div>
          <dt>
            {t.taken()} / {t.wanted()}
          </dt>
          <dd>
            {counted(taken)} <small>/ {t.people({ count: counted(wanted) })}</small>
          </dd>
          <dd className="relief-bar" aria-hidden>
            <span data-state="arrived" style={{ width: `${wanted > 0 ? (100 * taken) / wanted : 0}%` }} />
          </dd>
        </div>
        <div>
          <dt>{t.gaps()}</dt>
          <dd data-tone={wanted > taken ? 'soon' : undefined}>
            {counted(wanted - taken)} <small>{t.gapsIn({ count: rows.filter((row) => gapOf(row) > 0).length })}</small>
          </dd>
        </div>
        <div>
          <dt>{t.gapsSoon()}</dt>
          <dd data-tone={soon.length > 0 ? 'late' : undefined}>
            {counted(sum(soon, gapOf))} <small>{t.gapsIn({ count: soon.length })}</small>
          </dd>
        </div>
      </dl>
    </section>
  )
}
