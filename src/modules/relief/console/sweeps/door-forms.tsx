import { Checkbox, Form, Input, Radio } from 'antd'
import { instant, millis, systemClock } from '#kernel/clock.ts'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { instantOf } from '#ui/console/local-time.ts'
import { useCall } from '#ui/query.tsx'
import { answerHelp, type DoorView, HELP, knock, KNOCKS } from '../../contract-sweeps.ts'
import { showHelped, showKnock } from '../../parts/after-knock.ts'
import { doorWords } from '../../parts/door-messages.ts'
import { helpNames } from '../../parts/doors.ts'
import { helpWords } from '../../parts/help-messages.ts'
import { DOOR_COUNTS } from './counts.ts'
import { sweepTexts as t } from './messages.ts'

type Noting = { state: (typeof KNOCKS)[number]; help?: DoorView['help']; note?: string; next?: string }
type FormProps = { of: DoorView; onClose: () => void }

/** What somebody telephoned, or brought in on paper, from a door. */
export function KnockForm({ of, onClose }: FormProps) {
  const send = useCall(knock, DOOR_COUNTS)
  const say = async ({ state, help = [], note = '', next }: Noting): Promise<void> => {
    const at = instant(systemClock.now())
    const again = next ? instantOf(next) : null
    const said = await send.mutateAsync({ id: newId() as never, door: of.id, state, help, note, next: again, at })
    showKnock(of.id, { state: said.state, note, help, next: again, at: millis(at) })
  }
  return (
    <DrawerForm<Noting>
      title={t.noteOf({ door: of.address })}
      lead={of.placeName}
      open
      onClose={onClose}
      initial={{ state: 'reached', help: [] }}
      submit={t.note()}
      done={t.noted()}
      onSend={say}
    >
      {(form) => (
        <>
          <Form.Item name="state" label={doorWords.result()} rules={[needed]}>
            <Radio.Group options={KNOCKS.map((state) => ({ value: state, label: doorWords[state]() }))} />
          </Form.Item>
          <Form.Item name="help" label={doorWords.helpAsked()}>
            <Checkbox.Group options={HELP.map((one) => ({ value: one, label: helpWords[one]() }))} />
          </Form.Item>
          <Form.Item name="note" label={doorWords.remark()}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
          <Form.Item noStyle dependencies={['state']}>
            {() =>
              ['nobody', 'refused'].includes(form.getFieldValue('state') as string) && (
                <Form.Item name="next" label={doorWords.next()}>
                  <Input type="datetime-local" />
                </Form.Item>
              )
            }
          </Form.Item>
        </>
      )}
    </DrawerForm>
  )
}

export function HelpForm({ of, onClose }: FormProps) {
  const send = useCall(answerHelp, DOOR_COUNTS)
  return (
    <DrawerForm<{ what: string }>
      title={t.helpOf({ door: of.address })}
      lead={[helpNames(of.help), of.note].filter(Boolean).join(' · ')}
      open
      onClose={onClose}
      submit={t.note()}
      done={t.noted()}
      onSend={async ({ what }) => {
        await send.mutateAsync({ door: of.id, what })
        showHelped(of.id, what, systemClock.now())
      }}
    >
      <Form.Item name="what" label={doorWords.whatDone()} extra={doorWords.whatDoneHint()} rules={[needed]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </DrawerForm>
  )
}
