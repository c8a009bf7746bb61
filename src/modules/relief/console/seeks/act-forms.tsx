import { Form, Input, InputNumber, Segmented } from 'antd'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { useScope } from '#modules/places/parts/scope.tsx'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import { likeSeek, listSeeks, matchSeek, seek, type SeekView, withdrawSeek } from '../../contract-reunification.ts'
import { CalledFields } from '../person-fields.tsx'
import { whoOf } from './looks.ts'
import { seekTexts as t } from './messages.ts'

const CHANGED = [listSeeks, likeSeek]
const FULL = { width: '100%' }

type MatchProps = { one: SeekView; other: SeekView; onDone: () => void; onClose: () => void }
/** Whoever decides sees both once more, and what becomes of it. */
export function MatchForm({ one, other, onDone, onClose }: MatchProps) {
  const send = useCall(matchSeek, CHANGED)
  return (
    <DrawerForm
      title={t.matchTitle()}
      lead={t.matchLead()}
      open
      onClose={onClose}
      submit={t.match()}
      done={t.matchDone()}
      onSend={async () => {
        await send.mutateAsync({ id: one.id, other: other.id })
        onDone()
      }}
    >
      <dl className="facts">
        {[one, other].map((side) => (
          <div key={side.id} className="seeks-pair">
            <dt>{t[side.kind]()}</dt>
            <dd>
              <strong className="strong">{whoOf(side)}</strong>
              <br />
              {side.description}
              <br />
              <span className="quiet-ink">{side.placeName}</span>
            </dd>
          </div>
        ))}
      </dl>
    </DrawerForm>
  )
}

export function WithdrawForm({ of, onClose }: { of: SeekView; onClose: () => void }) {
  const send = useCall(withdrawSeek, CHANGED)
  return (
    <DrawerForm
      title={t.withdraw()}
      lead={t.withdrawLead({ who: whoOf(of) })}
      open
      onClose={onClose}
      submit={t.withdraw()}
      done={t.withdrawDone()}
      onSend={() => send.mutateAsync({ id: of.id })}
    >
      {null}
    </DrawerForm>
  )
}

type Adding = {
  kind: SeekView['kind']
  who?: string
  sex: 'female' | 'male' | 'unknown'
  age?: number | null
  place: string
  description: string
  name: string
  phone: string
}

/** For whoever calls or comes to the office. */
export function AddForm({ onClose }: { onClose: () => void }) {
  const { place, top } = useScope()
  const send = useCall(seek, CHANGED)
  return (
    <DrawerForm<Adding>
      title={t.add()}
      lead={t.addLead()}
      open
      onClose={onClose}
      initial={{ kind: 'looking', sex: 'unknown', ...(place === top ? {} : { place }) }}
      submit={t.add()}
      done={t.addDone()}
      onSend={({ who = '', sex, age = null, name, phone, ...said }) =>
        send.mutateAsync({
          id: newId() as never,
          ...said,
          name: who.trim() || null,
          sex: sex === 'unknown' ? null : sex,
          age,
          contact: { name, phone },
        })
      }
    >
      {(form) => (
        <>
          <Form.Item name="kind" label={t.kind()}>
            <Segmented
              options={[
                { value: 'looking', label: t.looking() },
                { value: 'found', label: t.found() },
              ]}
            />
          </Form.Item>
          <div className="new-row">
            <Form.Item name="who" label={t.name()} extra={t.nameHint()}>
              <Input maxLength={40} autoComplete="off" />
            </Form.Item>
            <Form.Item name="age" label={t.age()}>
              <InputNumber min={0} max={130} precision={0} style={FULL} />
            </Form.Item>
          </div>
          <Form.Item name="sex" label={t.sex()}>
            <Segmented
              options={[
                { value: 'female', label: t.female() },
                { value: 'male', label: t.male() },
                { value: 'unknown', label: t.unknown() },
              ]}
            />
          </Form.Item>
          <Form.Item noStyle dependencies={['kind']}>
            {() => {
              const where = form.getFieldValue('kind') === 'found' ? t.whereFound() : t.whereLooking()
              return (
                <Form.Item name="place" label={where} rules={[needed]}>
                  <PlaceSelect label={where} under={top} />
                </Form.Item>
              )
            }}
          </Form.Item>
          <Form.Item name="description" label={t.description()} rules={[needed]}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
          <fieldset className="seeks-contact">
            <legend>{t.contactLegend()}</legend>
            <CalledFields />
          </fieldset>
        </>
      )}
    </DrawerForm>
  )
}
