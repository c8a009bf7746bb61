import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { PURPOSES } from '#modules/consents/messages.ts'
import { At } from './at.tsx'
import { Go } from '#ui/console/go.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Due } from '#ui/console/moment.tsx'
import { useNow } from '#ui/now.ts'
import type { OrderView } from '../contract.ts'
import { isOver, TONE_OF_STATE } from '../parts/looks.ts'
import { orderWords } from '../parts/messages.ts'
import { AudienceText } from './audience-text.tsx'
import { lampOf } from './lamp.ts'
import { oneTexts as t } from './messages.ts'
import { Versions } from './versions.tsx'

/** What it says and what it rests on; its versions behind a second tab. */
export function OrderText({ order }: { order: OrderView }) {
  const now = useNow()
  const [versions, setVersions] = useState(false)
  const switching = (
    <>
      <button type="button" className="link" aria-pressed={!versions} onClick={() => setVersions(false)}>
        {t.content()}
      </button>
      <button type="button" className="link" aria-pressed={versions} onClick={() => setVersions(true)}>
        {t.versions()} {order.version}
      </button>
    </>
  )
  return (
    <Panel title={t.text()} action={switching} className="order-text">
      <h3 className="order-title">{order.title}</h3>
      <div className="row wrap order-states">
        <span className="chip" data-tone={TONE_OF_STATE[order.state]}>
          {orderWords[`state_${order.state}`]()}
        </span>
        {order.mark && (
          <span className="chip" data-tone="rights">
            {orderWords.drill({ mark: order.mark })}
          </span>
        )}
        {order.red && (
          <span className="chip" data-tone="late" title={orderWords.redWhy()}>
            {orderWords.red()}
          </span>
        )}
        {!isOver(order.state) && <Due dueAt={order.dueAt} lamp={lampOf(order, now)} />}
      </div>
      {versions ? <Versions order={order} /> : <Content order={order} />}
    </Panel>
  )
}

const Content = ({ order }: { order: OrderView }) => (
  <>
    <p className="order-body">{order.text}</p>
    <dl className="facts">
      <Fact name={t.doneWhen()}>
        <strong className="strong">{order.doneWhen}</strong>
      </Fact>
      <Fact name={t.evidence()}>
        {orderWords[`evidence_${order.evidence}`]()} · {orderWords.minutes({ n: order.minutes })}
      </Fact>
      <Fact name={t.audience()}>
        <AudienceText audience={order.audience} />
      </Fact>
      <Fact name={t.basis()}>{order.basis}</Fact>
      <Fact name={t.purpose()}>{purposeName(order.purpose)}</Fact>
      {order.issuedAt && (
        <Fact name={t.issued()}>
          {named(order.issuer.name)}
          {order.by.name && ` · ${order.by.name} ${order.by.title}`}
          <br />
          <At at={order.issuedAt} />
        </Fact>
      )}
      {order.joint.length > 0 && <Fact name={t.joint()}>{order.joint.map(named).join(orderWords.comma())}</Fact>}
      {order.signed && (
        <Fact name={t.signed()}>
          {order.signed.name} {order.signed.title} · {order.signed.note}
        </Fact>
      )}
      {order.why && <Fact name={t.why()}>{order.why}</Fact>}
      <Linked name={t.parent()} id={order.parent} />
      <Linked name={t.supersedes()} id={order.supersedes} />
      <Linked name={t.supersededBy()} id={order.supersededBy} />
      <Linked name={t.mergedInto()} id={order.mergedInto} />
    </dl>
  </>
)

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)

const Linked = ({ name, id }: { name: string; id: string | null }) =>
  id && (
    <Fact name={name}>
      <Go to={`/orders/${id}`}>{t.openOrder()}</Go>
    </Fact>
  )

export function purposeName(key: string): string {
  const found = PURPOSES.find((one) => one.key === key)
  return found ? named(found.name) : key
}
