import { Alert, App, Button, Checkbox, Form, type FormInstance, Input, InputNumber, Select } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { getPlace } from '#modules/places/contract.ts'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { CallError, newId } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { needed, showProblems } from '#ui/console/drawer-form.tsx'
import { refusalText } from '#ui/console/messages.ts'
import { Page, Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import { current, declare, listActivations } from '../contract.ts'
import { listPlaybooks, MOST_DAYS, type Playbook, type Response, RESPONSES } from '../contract-playbooks.ts'
import { levelText } from '../parts/word-messages.ts'
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
  const books = useAsk(listPlaybooks, {})
  const [plan, setPlan] = useState<Partial<Values>>({ area: [] })
  const book = books.data?.rows.find(({ code }) => code === plan.playbook)
  return (
    <Page title={t.declare()} className="page-fit">
      <div className="declare">
        <Panel title={t.declare()} className="declare-form">
          <p className="drawer-lead">{t.declareLead()}</p>
          <Shown of={books} lines={8}>
            {({ rows }) => <Declaring books={rows} onPlan={setPlan} />}
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

type DeclaringProps = { books: readonly Playbook[]; onPlan: (plan: Partial<Values>) => void }

function Declaring({ books, onPlan }: DeclaringProps) {
  const [form] = Form.useForm<Values>()
  const { send, error, propose } = useProposing(form)
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ area: [], drill: false }}
      onValuesChange={(changed, all) => {
        if ('playbook' in changed || 'level' in changed) fillUsual(form, books, all)
        onPlan(all)
      }}
      onFinish={(values) => void propose(values)}
      scrollToFirstError
    >
      {error && <Alert type="error" showIcon role="alert" className="drawer-error" title={refusalText(error)} />}
      <What books={books} />
      <HowLong />
      <Button type="primary" htmlType="submit" loading={send.isPending} block>
        {t.propose()}
      </Button>
    </Form>
  )
}

/** What the playbook says of its own accord: how long, when it is looked at again, and by which law. */
function fillUsual(form: FormInstance<Values>, books: readonly Playbook[], { playbook, level }: Partial<Values>): void {
  const chosen = books.find(({ code }) => code === playbook)
  const { hours, reviewHours } = (level && chosen?.levels[level]) ?? {}
  if (hours && reviewHours) form.setFieldsValue({ hours, reviewHours })
  if (chosen && !form.isFieldTouched('legalBasis')) form.setFieldsValue({ legalBasis: chosen.law })
}

function useProposing(form: FormInstance<Values>) {
  const send = useCall(declare, [current, listActivations])
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [error, setError] = useState<CallError>()
  async function propose({ playbook = '', level = 'IV', ...values }: Values): Promise<void> {
    const id = newId()
    try {
      await send.mutateAsync({ id: id as never, decision: newId() as never, playbook, level, ...values })
      void message.success(t.proposedDone())
      await navigate({ to: `/emergency/${id}` as '.' })
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
      setError(problem)
      showProblems(form as unknown as FormInstance, problem)
    }
  }
  return { send, error, propose }
}

const What = ({ books }: { books: readonly Playbook[] }) => (
  <>
    <div className="pair">
      <Form.Item name="playbook" label={t.playbook()} rules={[needed]}>
        <Select options={books.map(({ code, name }) => ({ value: code, label: named(name) }))} />
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
  </>
)

const HowLong = () => (
  <>
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
  </>
)

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
              <Name code={code} />
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

/** A county or township by its own name: it is chosen among those one reaches. */
function Name({ code }: { code: string }) {
  const found = useAsk(getPlace, { code })
  return found.data?.place.name ?? code
}
