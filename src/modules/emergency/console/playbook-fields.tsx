import { Form, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { needed } from '#ui/console/drawer-form.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk } from '#ui/query.tsx'
import { listLevers, MOST_DAYS } from '../contract-playbooks.ts'
import { powerText, roleText } from '../parts/word-messages.ts'
import { BondFields, FigureFields, LeverFields, SeatFields } from './playbook-lists.tsx'
import { playbookTexts as t } from './playbook-messages.ts'

const DECIDE = ['county_command', 'city_command'] as const
const MOST = MOST_DAYS * 24

/** Everything that a level of a playbook may say, part by part. */
export function PlaybookFields({ today }: { today: string }) {
  const levers = useAsk(listLevers, {})
  return (
    <>
      <Part title={t.partVersion()}>
        <div className="pair">
          <Text name="reason" label={t.reason()} must />
          <Form.Item name="fromDay" label={t.fromDay()} rules={[needed]}>
            <Input type="date" min={today} />
          </Form.Item>
          <Text name="name" label={t.bookName()} must />
          <Text name="command" label={t.command()} must />
        </div>
        <Text name="law" label={t.law()} />
      </Part>
      <Part title={t.partDecide()}>
        <Many name="authority" label={t.authority()} options={DECIDE} textOf={roleText} must />
        <div className="pair">
          <Hours name="hours" label={t.lasts()} most={MOST} />
          <Hours name="reviewHours" label={t.review()} most={MOST} />
        </div>
      </Part>
      <Shown of={levers} lines={4}>
        {({ rows }) => (
          <>
            <Part title={t.levers()}>
              <LeverFields levers={rows.filter(({ capability }) => !capability)} />
            </Part>
            <Part title={t.opens()}>
              <Many
                name="opens"
                label={t.opensWhich()}
                options={rows.filter(({ capability }) => capability).map(({ lever }) => lever)}
                textOf={powerText}
              />
            </Part>
          </>
        )}
      </Shown>
      <Part title={t.seats()}>
        <SeatFields />
      </Part>
      <Part title={t.bonds()}>
        <BondFields />
      </Part>
      <Part title={t.reports()}>
        <FigureFields hours={<Hours name="everyHours" label={t.everyHours()} most={168} />} />
      </Part>
      <Part title={t.partWork()}>
        <p className="quiet-ink">{t.lines()}</p>
        <Lines name="goesOn" label={t.goesOn()} />
        <Lines name="pauses" label={t.pauses()} />
        <Lines name="stop" label={t.stop()} must />
      </Part>
    </>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="revise-part">
    <legend>{title}</legend>
    {children}
  </fieldset>
)

type Field = { name: string; label: string; must?: boolean }
const Text = ({ name, label, must = false }: Field) => (
  <Form.Item name={name} label={label} rules={must ? [needed] : []}>
    <Input maxLength={400} />
  </Form.Item>
)
type ManyProps = Field & { options: readonly string[]; textOf: (one: string) => string }
const Many = ({ name, label, options, textOf, must = false }: ManyProps) => (
  <Form.Item name={name} label={label} rules={must ? [needed] : []}>
    <Select mode="multiple" options={options.map((value) => ({ value, label: textOf(value) }))} />
  </Form.Item>
)
const Hours = ({ name, label, most }: { name: string; label: string; most: number }) => (
  <Form.Item name={name} label={label} rules={[needed]}>
    <InputNumber min={1} max={most} precision={0} style={{ width: '100%' }} />
  </Form.Item>
)
const Lines = ({ name, label, must = false }: Field) => (
  <Form.Item name={name} label={label} rules={must ? [needed] : []}>
    <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
  </Form.Item>
)
