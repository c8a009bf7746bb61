import { Checkbox, Form, Input } from 'antd'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { counted } from '#ui/console/figures.ts'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import { checkLines, checkProgress, type CheckView, closeCheck, endedChecks, signCheck } from '../../contract-checks.ts'
import { CHECK_COUNTS } from './counts.ts'
import { Letter } from './letter.tsx'
import { checkTexts as t } from './messages.ts'

type FormProps = { of: CheckView; onClose: () => void }

/** Whoever signs sees the letter and to which grids it goes, and says that he has read the lines. */
export function SignCheck({ of, onClose }: FormProps) {
  const send = useCall(signCheck, [...CHECK_COUNTS, checkLines])
  const grids = useAsk(checkProgress, { check: of.id, place: of.place, waiting: true, grids: true })
  return (
    <DrawerForm<{ read: boolean }>
      title={t.signTitle({ title: of.title })}
      lead={t.signLead({ count: counted(of.waiting) })}
      open
      onClose={onClose}
      width={520}
      submit={t.sign()}
      done={t.signed()}
      explain={({ code, detail }) => code === 'conflict' && t.signMoved({ count: Number(detail['waiting']) })}
      onSend={() => send.mutateAsync({ id: of.id, lines: of.waiting })}
    >
      <Letter of={of} />
      <Shown of={grids}>
        {({ rows }) => (
          <section className="check-grids">
            <h3>{t.signGrids({ count: counted(rows.length) })}</h3>
            <ul>
              {rows.map(({ place, placeName, total }) => (
                <li key={place}>
                  {placeName} <strong className="strong">{t.people({ count: counted(total) })}</strong>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Shown>
      <Form.Item
        name="read"
        valuePropName="checked"
        rules={[
          {
            validator: (_, read: boolean | undefined) =>
              read ? Promise.resolve() : Promise.reject(new Error(t.signReadFirst())),
          },
        ]}
      >
        <Checkbox>{t.signRead()}</Checkbox>
      </Form.Item>
    </DrawerForm>
  )
}

export function CloseCheck({ of, onClose }: FormProps) {
  const send = useCall(closeCheck, [...CHECK_COUNTS, checkLines, endedChecks])
  return (
    <DrawerForm<{ reason: string }>
      title={t.close()}
      lead={t.closeLead()}
      open
      onClose={onClose}
      submit={t.close()}
      danger
      done={t.closedDone()}
      onSend={({ reason }) => send.mutateAsync({ id: of.id, reason })}
    >
      <Form.Item name="reason" label={t.closeWhy()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </DrawerForm>
  )
}
