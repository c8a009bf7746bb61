import { counted, share } from '#ui/console/figures.ts'
import { Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk } from '#ui/query.tsx'
import { getFigures } from '../contract-figures.ts'
import { overviewTexts as t } from './messages.ts'
import { closedBy, lowShare } from './overview-facts.tsx'
import { ToCases } from './to-cases.tsx'

/** Six numbers of a place, each with what it is a part of. */
export function Figures({ place }: { place: string }) {
  const figures = useAsk(getFigures, { place })
  const all = <ToCases search={{ place, open: 'true' }}>{t.seeAll()}</ToCases>
  return (
    <Panel title={t.figures()} action={all}>
      <Shown of={figures} lines={3}>
        {({ total, today }) => (
          <div className="place-figures">
            <Figure name={t.intake()} value={counted(today.received)} note={t.closedToday({ count: today.closed })} />
            <Figure name={t.openNow()} value={counted(total.open)} note={t.paused({ count: total.paused })} />
            <Figure
              name={t.lateColumn()}
              value={counted(total.late)}
              note={t.ofAll({ part: total.late, whole: total.open })}
              late={total.late > 0}
            />
            <Figure
              name={t.lowColumn()}
              value={lowShare(total)}
              note={t.ofClosed({ count: counted(closedBy(total)) })}
            />
            <Figure
              name={t.confirmedColumn()}
              value={share(total.confirmed, total.confirmed + total.silent + total.claimed)}
              note={t.ofAll({
                part: counted(total.confirmed),
                whole: counted(total.confirmed + total.silent + total.claimed),
              })}
            />
            <Figure
              name={t.reopenedShort()}
              value={counted(total.reopened)}
              note={t.ofReceived({ share: share(total.reopened, total.received) })}
            />
          </div>
        )}
      </Shown>
    </Panel>
  )
}

const Figure = ({ name, value, note, late = false }: { name: string; value: string; note: string; late?: boolean }) => (
  <p>
    <span className="quiet-ink">{name}</span>
    <strong className={late ? 'late-number' : ''}>{value}</strong>
    <span className="quiet-ink">{note}</span>
  </p>
)
