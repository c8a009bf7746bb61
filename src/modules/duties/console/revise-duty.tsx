import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { named } from '#kernel/messages.ts'
import { LEVELS } from '#modules/places/contract.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { levelTexts } from '#ui/messages.ts'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { type Duty, dutyHistory, EVIDENCE, listDuties, listLines, reviseDuty } from '../contract.ts'
import { dutyTexts as t, evidenceOf } from './messages.ts'

const CHANGEABLE = [
  'acceptHours',
  'handleHours',
  'verifyHours',
  'urgent',
  'evidence',
  'leadLevel',
  'startLevel',
  'stopLevel',
  'line',
  'synonyms',
  'legalBasis',
] as const
type Values = Pick<Duty, (typeof CHANGEABLE)[number]> & { from: string; reason: string }

/** A new version from a day on; only what differs is sent. */
export function ReviseDuty({ duty, onClose }: { duty: Duty; onClose: () => void }) {
  const now = useNow()
  const revise = useCall(reviseDuty, [listDuties, dutyHistory])
  const send = ({ from, reason, ...values }: Values) => {
    const changed = CHANGEABLE.filter(
      (key) => JSON.stringify(values[key] ?? null) !== JSON.stringify(duty[key] ?? null),
    )
    const changes = Object.fromEntries(changed.map((key) => [key, values[key] === '' ? null : values[key]]))
    return revise.mutateAsync({ code: duty.code, from, reason, changes })
  }
  const initial = {
    ...Object.fromEntries(CHANGEABLE.map((key) => [key, duty[key]])),
    from: dayOf(now + DAY_MS),
    reason: '',
  } as Values
  return (
    <DrawerForm<Values>
      title={t.reviseTitle({ name: named(duty.name) })}
      lead={t.reviseLead()}
      open
      onClose={onClose}
      initial={initial}
      submit={t.revise()}
      done={t.revised()}
      onSend={send}
      width={520}
    >
      <div className="new-row">
        <Form.Item name="from" label={t.from()} rules={[needed]}>
          <Input type="date" min={dayOf(now)} />
        </Form.Item>
        <Form.Item name="urgent" valuePropName="checked" label={t.limits()}>
          <Checkbox>{t.urgent()}</Checkbox>
        </Form.Item>
      </div>
      <Limits />
      <Form.Item name="reason" label={t.reason()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={2} maxLength={400} />
      </Form.Item>
    </DrawerForm>
  )
}

function Limits() {
  const lines = useAsk(listLines, {})
  const levels = LEVELS.slice(0, 5).map((value) => ({ value, label: levelTexts[value]() }))
  const hours = (name: 'acceptHours' | 'handleHours' | 'verifyHours') => (
    <Form.Item name={name} label={t[name]()} rules={[needed]}>
      <InputNumber min={0.5} max={5000} step={0.5} style={{ width: '100%' }} />
    </Form.Item>
  )
  const level = (name: 'leadLevel' | 'startLevel' | 'stopLevel') => (
    <Form.Item name={name} label={t[name]()}>
      <Select options={levels} />
    </Form.Item>
  )
  return (
    <>
      <div className="duty-three">
        {hours('acceptHours')}
        {hours('handleHours')}
        {hours('verifyHours')}
        {level('leadLevel')}
        {level('startLevel')}
        {level('stopLevel')}
      </div>
      <div className="new-row">
        <Form.Item name="line" label={t.line()}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={(lines.data?.rows ?? []).map(({ key, name }) => ({ value: key, label: named(name) }))}
          />
        </Form.Item>
        <Form.Item name="evidence" label={t.evidence()}>
          <Select options={EVIDENCE.map((value) => ({ value, label: evidenceOf(value) }))} />
        </Form.Item>
      </div>
      <Form.Item name="synonyms" label={t.synonyms()}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="legalBasis" label={t.law()}>
        <Input maxLength={400} />
      </Form.Item>
    </>
  )
}
