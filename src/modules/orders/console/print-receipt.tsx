import { named } from '#kernel/messages.ts'
import { Shown } from '#ui/console/shown.tsx'
import { exactTime } from '#ui/console/when.ts'
import { useAsk } from '#ui/query.tsx'
import type { OrderView } from '../contract.ts'
import { coverage } from '../contract-answers.ts'
import { SPOKEN } from '../parts/looks.ts'
import { orderWords } from '../parts/messages.ts'
import { numberText } from '../parts/number.ts'
import { printTexts as t } from './print-messages.ts'

const STATES = [...SPOKEN, 'silent'] as const
const MINUTES = 16

/** How far an order has come in the own place, in the form of a table that is signed and sent back. */
export function Receipt({ order }: { order: OrderView }) {
  const found = useAsk(coverage, { id: order.id })
  return (
    <article className="letter" lang="zh-CN">
      <h2>{t.receiptTitle()}</h2>
      <dl className="letter-facts">
        <dt>{t.name()}</dt>
        <dd>{order.title}</dd>
        <dt>{t.number()}</dt>
        <dd>
          {named(order.issuer.name)} {numberText(order.number)}
        </dd>
      </dl>
      <Shown of={found} lines={6}>
        {({ at, nodeName, tally, children, needs }) => (
          <>
            <p>{t.receiptLead({ when: exactTime(at).slice(0, MINUTES), place: nodeName })}</p>
            <table className="letter-table">
              <caption className="unseen">{t.receiptTitle()}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.place()}</th>
                  <th scope="col">{orderWords.addressed()}</th>
                  {STATES.map((state) => (
                    <th key={state} scope="col">
                      {orderWords[state]()}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {[{ ...tally, place: '', name: nodeName }, ...children].map((row) => (
                  <tr key={row.place}>
                    <th scope="row">{row.name}</th>
                    <td>{row.addressed}</td>
                    {STATES.map((state) => (
                      <td key={state}>{row[state]}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
            {needs.length > 0 && (
              <p>
                {t.needs({
                  needs: needs
                    .map(({ need, count }) => `${orderWords[`need_${need}`]()} ${count}`)
                    .join(orderWords.comma()),
                })}
              </p>
            )}
          </>
        )}
      </Shown>
      <footer>
        <p>{t.receiver()}</p>
        <p>{t.date()}</p>
        <p className="letter-seal">{t.seal()}</p>
      </footer>
    </article>
  )
}
