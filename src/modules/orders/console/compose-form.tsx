import { Alert, App, Button, Form } from 'antd'
import { useState } from 'react'
import { CallError } from '#ui/call.ts'
import { showProblems } from '#ui/console/drawer-form.tsx'
import { refusalText } from '#ui/console/messages.ts'
import { useCall } from '#ui/query.tsx'
import { draftOrder, getOrder, listOrders, type OrderId } from '../contract.ts'
import { checkOrder } from '../contract-outlet.ts'
import { Checking } from './compose-check.tsx'
import { type Draft, inputOf } from './compose-draft.ts'
import { DoneStep } from './compose-done.tsx'
import { composeTexts as t } from './compose-messages.ts'
import { Paper } from './compose-paper.tsx'
import { WhatStep } from './compose-what.tsx'
import { WhoStep } from './compose-who.tsx'
import { Reach } from './reach.tsx'

const STEPS = ['what', 'who', 'done', 'check'] as const
type Step = (typeof STEPS)[number]
/** What has to be right before the next step. */
const ASKED: Record<Step, (string | string[])[]> = {
  what: ['kind', 'title', 'text', 'purpose', 'basis'],
  who: [['audience', 'within']],
  done: ['doneWhen', 'evidence', 'due', 'minutes'],
  check: [],
}

type Given = { start: Draft; made: () => string; supersedes?: string | null }

/** Four steps over one draft. The draft is kept on the server before it is checked, so that nothing is lost at the last step. */
export function ComposeForm({ start, made, supersedes = null }: Given) {
  const [form] = Form.useForm<Draft>()
  const [id] = useState(made)
  const [step, setStep] = useState<Step>('what')
  const [kept, setKept] = useState<OrderId>()
  const draft = useCall(draftOrder, [checkOrder, getOrder, listOrders])
  const { message } = App.useApp()
  const written = (Form.useWatch([], form) ?? start) as Partial<Draft>
  const now: Draft = { ...start, ...written, audience: { ...start.audience, ...written.audience } }
  const at = STEPS.indexOf(step)

  async function keepDraft(): Promise<boolean> {
    try {
      const order = await draft.mutateAsync(inputOf({ ...start, ...form.getFieldsValue(true) }, { id, supersedes }))
      setKept(order.id)
      return true
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
      showProblems(form as never, problem)
      return false
    }
  }
  async function goTo(next: Step): Promise<void> {
    const before = STEPS.slice(0, Math.max(STEPS.indexOf(next), 0)).flatMap((one) => ASKED[one])
    const right = await form.validateFields(before as never).then(
      () => true,
      () => false,
    )
    if (STEPS.indexOf(next) > at && !right) return
    if (next === 'check' && !(await keepDraft())) return
    setStep(next)
  }
  return (
    <div className="compose">
      <StepList at={at} onStep={(one) => void goTo(one)} />
      <section className="panel compose-sheet" aria-label={t[`step_${step}`]()}>
        <div className="compose-fields">
          {draft.error && (
            <Alert type="error" showIcon role="alert" className="drawer-error" title={refusalText(draft.error)} />
          )}
          <Form<Draft> form={form} layout="vertical" requiredMark={false} initialValues={start} scrollToFirstError>
            <div hidden={step !== 'what'}>
              <WhatStep />
            </div>
            <div hidden={step !== 'who'}>
              <WhoStep />
            </div>
            <div hidden={step !== 'done'}>
              <DoneStep />
            </div>
          </Form>
          {step === 'check' && kept && <Checking id={kept} />}
        </div>
        {step !== 'check' && (
          <Foot
            at={at}
            busy={draft.isPending}
            onStep={(one) => void goTo(one)}
            onKeep={() => void keepDraft().then((well) => well && message.success(t.kept()))}
          />
        )}
      </section>
      <div className="compose-side">
        {step !== 'what' && <Reach audience={now.audience} />}
        <Paper draft={now} short={step === 'who'} />
      </div>
    </div>
  )
}

type Stepping = { at: number; onStep: (step: Step) => void }

const StepList = ({ at, onStep }: Stepping) => (
  <ol className="compose-steps" aria-label={t.steps()}>
    {STEPS.map((one, no) => (
      <li key={one} aria-current={no === at ? 'step' : undefined} data-done={no < at ? '' : undefined}>
        <button type="button" onClick={() => onStep(one)}>
          <span className="compose-no" aria-hidden>
            {no + 1}
          </span>
          {t[`step_${one}`]()}
        </button>
      </li>
    ))}
  </ol>
)

const Foot = ({ at, busy, onStep, onKeep }: Stepping & { busy: boolean; onKeep: () => void }) => (
  <footer className="compose-foot">
    {at > 0 && <Button onClick={() => onStep(STEPS[at - 1] ?? 'what')}>{t.back()}</Button>}
    <span />
    {STEPS[at] === 'done' && (
      <Button loading={busy} onClick={onKeep}>
        {t.keep()}
      </Button>
    )}
    <Button type="primary" loading={busy} onClick={() => onStep(STEPS[at + 1] ?? 'check')}>
      {STEPS[at] === 'done' ? t.step_check() : t.next()}
    </Button>
  </footer>
)
