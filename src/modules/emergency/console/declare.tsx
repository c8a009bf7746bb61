import { Alert, App, Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { PlaceName } from '#modules/places/parts/place-name.tsx'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { newId } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { needed, showProblems } from '#ui/console/drawer-form.tsx'
import { refusalText } from '#ui/console/messages.ts'
import { Page, Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import { current, declare, listActivations } from '../contract.ts'
import { listPlaybooks, MOST_DAYS, type Response, RESPONSES } from '../contract-playbooks.ts'
import { levelText } from '../parts/words.ts'
import { emergencyTexts as t } from './messages.ts'
import { Preview } from './preview.tsx'
import './emergency.css'

type Values = {
  playbook?: string
  level?: Response
  area: string[]
  legalBasis: string
  reason: string
  hours: number
  reviewHours: number
  drill: boolean
}
const LEVELS = [...RESPONSES].toReversed()
const MOST = MOST_DAYS * 24

/** Everything that is decided on one screen, and beside it what it would change, before anything is changed. */
export function DeclarePage() {
  const [form] = Form.useForm<Values>()
  const books = useAsk(listPlaybooks, {})
  const send = useCall(declare, [current, listActivations])
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [plan, setPlan] = useState<Partial<Values>>({ area: [] })
  const book = books.data?.rows.find(({ code }) => code === plan.playbook)
  const usual = (values: Partial<Values>): void => {
    const chosen = books.data?.rows.find(({ code }) => code === values.playbook)
    const { hours, reviewHours } = (values.level && chosen?.levels[values.level]) || {}
    if (hours && reviewHours) form.setFieldsValue({ hours, reviewHours })
    if (chosen && !form.isFieldTouched('legalBasis')) form.setFieldsValue({ legalBasis: chosen.law })
  }
  const propose = async ({ playbook = '', level = 'IV', ...values }: Values): Promise<void> => {
    const id = newId() as never
    try {
      await send.mutateAsync({ id, decision: newId() as never, playbook, level, ...values })
      void message.success(t.proposedDone())
      await navigate({ to: `/emergency/${id}` as '.' })
    } catch {
      if (send.error) showProblems(form as never, send.error)
    }
  }
  return (
    <Page title={t.declare()} className="page-fit">
      <div className="declare">
        <Panel title={t.declare()} className="declare-form">
          <p className="drawer-lead">{t.declareLead()}</p>
          {send.error && (
            <Alert type="error" showIcon role="alert" className="drawer-error" title={refusalText(send.error)} />
          )}
          <Shown of={books} lines={8}>
            {({ rows }) => (
              <Form<Values>
                form={form}
                layout="vertical"
                requiredMark={false}
                initialValues={{ area: [], drill: false }}
                onValuesChange={(changed, all) => {
                  if ('playbook' in changed || 'level' in changed) usual(all)
                  setPlan(all)
                }}
                onFinish={(values) => void propose(values)}
                scrollToFirstError
              >
                <div className="pair">
                  <Form.Item name="playbook" label={t.playbook()} rules={[needed]}>
                    <Select options={rows.map(({ code, name }) => ({ value: code, label: named(name) }))} />
                  </Form.Item>
                  <Form.Item name="level" label={t.level()} rules={[needed]}>
                    <Select options={LEVELS.map((level) => ({ value: level, label: levelText(level) }))} />
                  </Form.Item>
                </div>
                <Form.Item name="area" label={t.area()} rules={[needed]}>
                  <Area />
                </Form.Item>
                <Form.Item name="reason" label={t.reason()} rules={[needed]}>
                  <Input.TextArea rows={2} maxLength={1000} placeholder={t.reasonHint()} />
                </Form.Item>
                <Form.Item name="legalBasis" label={t.basis()} rules={[needed]}>
                  <Input maxLength={400} />
                </Form.Item>
                <div className="pair">
                  <Form.Item name="hours" label={t.hours()} rules={[needed]}>
                    <InputNumber min={1} max={MOST} style={{ width: '100%' }} />
                  </Form.Item>
                  <Form.Item name="reviewHours" label={t.reviewHours()} rules={[needed]}>
                    <InputNumber min={1} max={MOST} style={{ width: '100%' }} />
                  </Form.Item>
                </div>
                <Form.Item name="drill" valuePropName="checked">
                  <Checkbox>{t.drillHint()}</Checkbox>
                </Form.Item>
                <Button type="primary" htmlType="submit" loading={send.isPending} block>
                  {t.propose()}
                </Button>
              </Form>
            )}
          </Shown>
        </Panel>
        <Preview
          playbook={plan.playbook}
          level={plan.level}
          area={plan.area ?? []}
          drill={plan.drill ?? false}
          plan={plan.level && book?.levels[plan.level]}
        />
      </div>
    </Page>
  )
}

type AreaProps = { value?: string[]; onChange?: (area: string[]) => void; id?: string }

/** Any set of subtrees; what may be chosen lies below where one acts. */
function Area({ value = [], onChange, id }: AreaProps) {
  const { place } = useActing()
  const add = (code: string | null): void => {
    if (code && !value.includes(code)) onChange?.([...value, code])
  }
  return (
    <div className="stack">
      {value.length > 0 && (
        <ul className="areas">
          {value.map((code) => (
            <li key={code} className="chip">
              <PlaceName code={code} />
              <button
                type="button"
                className="link"
                aria-label={t.remove({ name: code })}
                onClick={() => onChange?.(value.filter((one) => one !== code))}
              >
                <X size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <PlaceSelect key={value.length} under={place} label={t.addPlace()} onChange={add} {...(id ? { id } : {})} />
    </div>
  )
}
