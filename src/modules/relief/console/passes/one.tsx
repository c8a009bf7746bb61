import { Form, Input } from 'antd'
import { useState } from 'react'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { Panel } from '#ui/console/page.tsx'
import { exactTime } from '#ui/console/when.ts'
import { useNow } from '#ui/now.ts'
import { useCall } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { endPass, listPasses, type PassView } from '../../contract-passes.ts'
import { reliefRoom } from '../../contract-room.ts'
import { passWords } from '../../parts/pass-messages.ts'
import { codeText } from '../../parts/pass.ts'
import { PassChip } from './list.tsx'
import { passTexts as t } from './messages.ts'

export const PASSES_CHANGED = [listPasses, reliefRoom]

/** One pass in full, its code large enough to be read out. */
export function OnePass({ of }: { of: PassView }) {
  const [ending, setEnding] = useState(false)
  return (
    <Panel title={t.code()} action={<PassChip of={of} />}>
      <p className="relief-code">{codeText(of.code)}</p>
      <p className="quiet-ink relief-code-hint">{t.readOut()}</p>
      <Facts of={of} />
      {of.can.includes('end') && (
        <div className="row relief-one-acts">
          <button type="button" className="quiet" onClick={() => setEnding(true)}>
            {t.end()}
          </button>
        </div>
      )}
      {ending && <EndForm of={of} onClose={() => setEnding(false)} />}
    </Panel>
  )
}

function Facts({ of: { person, plate, reason, why, placeName, from, until, by } }: { of: PassView }) {
  const now = useNow()
  return (
    <dl className="facts">
      {person && (
        <>
          <dt>{t.holder()}</dt>
          <dd>
            {person.name} {person.age !== null && <span className="quiet-ink">{t.aged({ age: person.age })}</span>}
          </dd>
        </>
      )}
      {person?.phoneMasked && (
        <>
          <dt>{t.phone()}</dt>
          <dd>{person.phoneMasked}</dd>
        </>
      )}
      {plate && (
        <>
          <dt>{t.plate()}</dt>
          <dd>{plate}</dd>
        </>
      )}
      <dt>{t.reason()}</dt>
      <dd>{passWords[reason]()}</dd>
      <dt>{t.why()}</dt>
      <dd>{why}</dd>
      <dt>{t.to()}</dt>
      <dd>{placeName}</dd>
      <dt>{t.from()}</dt>
      <dd title={exactTime(from)}>{moment(from, now)}</dd>
      <dt>{t.until()}</dt>
      <dd title={exactTime(until)}>{moment(until, now)}</dd>
      <dt>{t.by()}</dt>
      <dd>{by ? `${by.name} · ${by.title}` : '—'}</dd>
    </dl>
  )
}

function EndForm({ of, onClose }: { of: PassView; onClose: () => void }) {
  const send = useCall(endPass, PASSES_CHANGED)
  return (
    <DrawerForm<{ reason: string }>
      title={t.endOf({ code: codeText(of.code) })}
      lead={t.endLead()}
      open
      danger
      onClose={onClose}
      submit={t.end()}
      done={t.endDone()}
      onSend={({ reason }) => send.mutateAsync({ id: of.id, reason })}
    >
      <Form.Item name="reason" label={t.endWhy()} rules={[needed]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </DrawerForm>
  )
}
