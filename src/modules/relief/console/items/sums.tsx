import type { OutputOf } from '#kernel/contract.ts'
import { counted } from '#ui/console/figures.ts'
import { ITEM_STATES, type itemSums } from '../../contract-requisition.ts'
import { yuan } from './looks.ts'
import { itemTexts as t } from './messages.ts'

export type Sums = OutputOf<typeof itemSums>['states']
const takenOf = (sums: Sums): number => ITEM_STATES.reduce((all, state) => all + sums[state].items, 0)

/** What was taken and what of it is back; what is owed and what of it is paid. */
export function SumStrip({ sums }: { sums: Sums }) {
  const total = (of: 'worth' | 'owed' | 'paid'): number => ITEM_STATES.reduce((all, state) => all + sums[state][of], 0)
  const [owed, paid] = [total('owed'), total('paid')]
  return (
    <section className="panel relief-figures items-sums" aria-label={t.sums()}>
      <dl>
        <Sum
          name={t.taken()}
          value={t.pieces({ count: counted(takenOf(sums)) })}
          note={t.worth({ yuan: yuan(total('worth')) })}
        />
        <Sum
          name={t.back()}
          value={t.pieces({ count: counted(takenOf(sums) - sums.held.items) })}
          note={t.notYet({ count: counted(sums.held.items) })}
        />
        <Sum name={t.owed()} value={yuan(owed)} note={t.inItems({ count: counted(sums.owed.items) })} />
        <Sum name={t.paid()} value={yuan(paid)} bar={owed > 0 ? paid / owed : undefined} />
        <Sum
          name={t.left()}
          value={yuan(owed - paid)}
          tone={owed > paid ? 'soon' : undefined}
          note={owed > 0 && owed === paid ? t.allPaid() : undefined}
        />
      </dl>
    </section>
  )
}

type SumProps = {
  name: string
  value: string
  note?: string | undefined
  tone?: 'soon' | undefined
  bar?: number | undefined
}
const Sum = ({ name, value, note, tone, bar }: SumProps) => (
  <div>
    <dt>{name}</dt>
    <dd data-tone={tone}>{value}</dd>
    {note && <dd className="items-note">{note}</dd>}
    {bar !== undefined && (
      <dd className="relief-bar" aria-hidden>
        <span data-state="arrived" style={{ width: `${100 * bar}%` }} />
      </dd>
    )}
  </div>
)
