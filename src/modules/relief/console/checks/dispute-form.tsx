import { Form, Input, Radio } from 'antd'
import type { OutputOf } from '#kernel/contract.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import { checkLines } from '../../contract-checks.ts'
import { answerDispute } from '../../contract-disputes.ts'
import { reasonText } from '../../parts/checks.ts'
import { CHECK_COUNTS } from './counts.ts'
import { disputeTexts as t } from './dispute-messages.ts'

type Line = OutputOf<typeof checkLines>['rows'][number]

/** By somebody who did not lay the line. Who is right is off the list at once. */
export function DisputeForm({ line, onClose }: { line: Line; onClose: () => void }) {
  const send = useCall(answerDispute, [...CHECK_COUNTS, checkLines])
  return (
    <DrawerForm<{ upheld: boolean; answer: string }>
      title={t.title({ name: line.person.name })}
      lead={t.lead()}
      open
      onClose={onClose}
      submit={t.answer()}
      done={t.done()}
      explain={({ code }) => code === 'same_person' && t.same()}
      onSend={(said) => send.mutateAsync({ line: line.id, ...said })}
    >
      <dl className="facts">
        <dt>{t.said()}</dt>
        <dd>{line.disputed}</dd>
        <dt>{t.rests()}</dt>
        <dd>
          {reasonText(line.reason)} · {line.evidence}
        </dd>
      </dl>
      <Form.Item name="upheld" label={t.finding()} rules={[needed]}>
        <Radio.Group
          options={[
            { value: true, label: t.wrong() },
            { value: false, label: t.right() },
          ]}
        />
      </Form.Item>
      <Form.Item name="answer" label={t.toPerson()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </DrawerForm>
  )
}
