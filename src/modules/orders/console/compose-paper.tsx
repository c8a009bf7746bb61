import Siren from 'lucide-react/icons/siren'
import { useNow } from '#ui/now.ts'
import { moment } from '#ui/time.ts'
import { orderWords } from '../parts/messages.ts'
import type { Draft } from './compose-draft.ts'
import { composeTexts as t } from './compose-messages.ts'
import { instantOf } from '#ui/console/local-time.ts'
import { oneTexts } from './messages.ts'

/** The order as the grids will read it, while it is being written. */
export function Paper({ draft, short }: { draft: Draft; short: boolean }) {
  const now = useNow()
  return (
    <section className="panel compose-paper" aria-label={t.preview()}>
      <p className="quiet-ink">{t.preview()}</p>
      <h2>
        {draft.red && (
          <span className="orders-red">
            <Siren size={16} aria-hidden />
            {orderWords.red()}
          </span>
        )}
        {draft.title || t.untitled()}
      </h2>
      {draft.mark && (
        <span className="chip" data-tone="rights">
          {orderWords.drill({ mark: draft.mark })}
        </span>
      )}
      <p className="quiet-ink">
        {orderWords[`kind_${draft.kind}`]()} · {draft.basis || t.unsaid()}
      </p>
      {!short && <p className="order-body">{draft.text || t.unsaid()}</p>}
      <dl className="facts">
        <dt>{oneTexts.doneWhen()}</dt>
        <dd>{draft.doneWhen || t.unsaid()}</dd>
        <dt>{t.due()}</dt>
        <dd>{draft.due ? moment(instantOf(draft.due), now) : t.unsaid()}</dd>
        <dt>{oneTexts.burden()}</dt>
        <dd>
          {orderWords.minutes({ n: draft.minutes ?? 0 })} · {orderWords[`evidence_${draft.evidence ?? 'none'}`]()}
        </dd>
      </dl>
    </section>
  )
}
