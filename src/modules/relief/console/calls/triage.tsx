import { Alert, App, Button, Form, Input, Radio } from 'antd'
import type { KeyboardEvent } from 'react'
import { KindField } from '#modules/cases/parts/kind-field.tsx'
import { numberText } from '#modules/cases/parts/number.ts'
import { newSecret } from '#modules/cases/parts/secret.ts'
import { CallError, newId } from '#ui/call.ts'
import { needed } from '#ui/console/drawer-form.tsx'
import { refusalText } from '#ui/console/messages.ts'
import { Panel } from '#ui/console/page.tsx'
import { useCall } from '#ui/query.tsx'
import { BECAME, type CallView, type Triage as To, triageCall } from '../../contract-hotline.ts'
import { HELP } from '../../contract-sweeps.ts'
import { helpWords } from '../../parts/help-messages.ts'
import type { NeedView } from '../../parts/stays.ts'
import { useOpened } from '../opened.ts'
import { CALLS_CHANGED } from './changed.ts'
import { callTexts as t } from './messages.ts'

type Become = (typeof BECAME)[number]
type Sorting = { become: Become; kind?: string | null; help?: NeedView['kind']; answer: string }
/** What has to be open at the place of the call; a case and an answer always go. */
const NEEDS: Partial<Record<Become, string>> = { evacuation: 'relief.evacuation', need: 'relief.homeStay' }

const made = ({ become, kind = null, help = 'other' }: Sorting): To => {
  if (become === 'case') return { become, case: newId() as never, secret: newSecret(), kind: kind as never }
  if (become === 'need') return { become, need: newId() as never, kind: help }
  return { become }
}

/** Where it goes, and what the caller is told; the words are there and can be changed. */
export function Triage({ of, onDone }: { of: CallView; onDone: () => void }) {
  const [form] = Form.useForm<Sorting>()
  const send = useCall(triageCall, CALLS_CHANGED)
  const { message } = App.useApp()
  // The call leaves the list, and this form with it, before the answer is here: callbacks of the form would not be heard.
  const sort = async (typed: Sorting): Promise<void> => {
    try {
      const { number } = await send.mutateAsync({ id: of.id, to: made(typed), answer: typed.answer })
      void message.success(number ? t.doneCase({ number: numberText(number) }) : t.done())
      onDone()
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
    }
  }
  const byKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
  }
  const chosen = ({ become }: Partial<Sorting>): void => {
    if (become && !form.isFieldTouched('answer'))
      form.setFieldValue('answer', become === 'told' ? '' : t[`say_${become}`]())
  }
  return (
    <Panel title={t.triage()} note={t.triageHint()}>
      {send.error && <Refused error={send.error} />}
      <Form<Sorting>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ become: 'case', kind: null, help: 'supplies', answer: t.say_case() }}
        onValuesChange={chosen}
        onFinish={(typed) => void sort(typed)}
        onKeyDown={byKey}
      >
        <Ways place={of.place} />
        <Form.Item noStyle dependencies={['become']}>
          {({ getFieldValue }) => <More become={getFieldValue('become') as Become} text={of.text} />}
        </Form.Item>
        <Form.Item name="answer" label={t.answer()} rules={[needed, { min: 2 }]}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {t.finish()}
        </Button>
      </Form>
    </Panel>
  )
}

function Ways({ place }: { place: string }) {
  const { asked, isOpen } = useOpened(place)
  return (
    <Form.Item name="become" label={t.to()}>
      <Radio.Group className="relief-ways">
        {BECAME.map((become) => {
          const tool = NEEDS[become]
          const shut = asked.data !== undefined && tool !== undefined && !isOpen(tool)
          return (
            <Radio key={become} value={become} disabled={shut}>
              {t[`became_${become}`]()} {shut && <span className="quiet-ink">{t.shutTool()}</span>}
            </Radio>
          )
        })}
      </Radio.Group>
    </Form.Item>
  )
}

const More = ({ become, text }: { become: Become; text: string }) => (
  <>
    <p className="quiet-ink relief-way">{t[`to_${become}`]()}</p>
    {become === 'case' && <KindField text={text} />}
    {become === 'need' && (
      <Form.Item name="help" label={t.kind()}>
        <Radio.Group options={HELP.map((kind) => ({ value: kind, label: helpWords[kind]() }))} />
      </Form.Item>
    )}
  </>
)

function Refused({ error }: { error: CallError }) {
  const problem = error.code === 'conflict' ? error.detail['problem'] : undefined
  const more = problem === 'no_home_here' ? t.noHome() : problem === 'does_not_stay_at_home' ? t.notAtHome() : undefined
  return <Alert type="error" showIcon className="drawer-error" title={more ?? refusalText(error)} />
}
