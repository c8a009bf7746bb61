import { useNavigate } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { named } from '#kernel/messages.ts'
import { useRegistry } from '#modules/fields/parts/value.ts'
import { counted } from '#ui/console/figures.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { Go } from '#ui/console/go.tsx'
import { useCall } from '#ui/query.tsx'
import { ACTS, listOrders, type OrderId } from '../contract.ts'
import { type checkOrder, mergeOrder } from '../contract-outlet.ts'
import { orderWords } from '../parts/messages.ts'
import { numberText } from '../parts/number.ts'
import { At } from './at.tsx'
import { composeTexts as t } from './compose-messages.ts'

type Found = OutputOf<typeof checkOrder>
type Overlap = Found['overlaps'][number]

/** Orders of others that ask the same people the same, or the opposite. */
export function Beside({ id, found }: { id: OrderId; found: Found }) {
  const [into, setInto] = useState<Overlap>()
  return (
    <>
      {found.contradictions.length > 0 && (
        <section className="compose-part">
          <h3>{t.contradictions()}</h3>
          <ul className="compose-found">
            {found.contradictions.map((one) => (
              <li key={one.order + one.what}>
                <Heading one={one} />
                <p className="compose-against">
                  {one.what === 'act'
                    ? t.against_act({ theirs: actText(one.theirs), ours: actText(one.ours) })
                    : t.against_deadline(one)}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.overlaps.length > 0 && (
        <section className="compose-part">
          <h3>{t.overlaps()}</h3>
          <ul className="compose-found">
            {found.overlaps.map((one) => (
              <li key={one.order}>
                <Heading one={one} />
                <p className="quiet-ink">
                  <Same one={one} /> · <At at={one.dueAt} />
                </p>
                <p className="row spread">
                  <span className="chip" data-tone={one.proposal === 'merge' ? 'soon' : 'void'}>
                    {t[`proposal_${one.proposal}`]()}
                  </span>
                  <button type="button" className="quiet" onClick={() => setInto(one)}>
                    {t.merge()}
                    <span className="unseen"> {one.title}</span>
                  </button>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {into && <MergeForm id={id} into={into} onClose={() => setInto(undefined)} />}
    </>
  )
}

const actText = (act: string): string => {
  const known = ACTS.find((one) => one === act)
  return known ? orderWords[`act_${known}`]() : act
}

const Heading = ({ one }: { one: Pick<Overlap, 'order' | 'title' | 'number' | 'issuerName' | 'shared'> }) => (
  <>
    <Go to={`/orders/${one.order}`} className="strong">
      {one.title}
    </Go>
    <p className="quiet-ink">
      {named(one.issuerName)} {numberText(one.number)} · {t.shared({ n: counted(one.shared) })}
    </p>
  </>
)

function Same({ one }: { one: Overlap }) {
  const registry = useRegistry()
  const fields = one.fields.map(registry.name).join(orderWords.comma())
  return <>{[one.sameSubject && t.sameSubject(), fields && t.fields({ fields })].filter(Boolean).join(' · ')}</>
}

function MergeForm({ id, into, onClose }: { id: OrderId; into: Overlap; onClose: () => void }) {
  const send = useCall(mergeOrder, [listOrders])
  const navigate = useNavigate()
  return (
    <DrawerForm<{ note: string }>
      title={`${t.merge()}：${into.title}`}
      lead={t.mergeLead()}
      open
      onClose={onClose}
      submit={t.merge()}
      done={t.merged()}
      onSend={async ({ note }) => {
        await send.mutateAsync({ id, into: into.order, note })
        void navigate({ to: `/orders/${into.order}` as '/' })
      }}
    >
      <Form.Item name="note" label={t.note()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={3} maxLength={400} />
      </Form.Item>
    </DrawerForm>
  )
}
