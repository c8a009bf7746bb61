import { Form, Input, Segmented } from 'antd'
import { ancestorAt } from '#modules/places/contract.ts'
import { PostPick } from '#modules/posts/parts/post-pick.tsx'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useNow } from '#ui/now.ts'
import { useCall } from '#ui/query.tsx'
import { assignSeat, cancelShift, freeSeat, listShifts, type ShiftView } from '../../contract-shifts.ts'
import { spanText, whyNoSeat } from '../../parts/shift-time.ts'
import { CalledFields } from '../person-fields.tsx'
import { shiftTexts as t } from './messages.ts'
import type { Standing } from './one.tsx'

type Assigning = { of: 'staff' | 'outsider'; post?: string; name?: string; phone?: string }

const useName = (of: ShiftView): string => {
  const span = spanText(of, useNow())
  return t.named({ spot: of.spot, title: of.title, span })
}

/** A seat for one of the staff, or for somebody who offered himself. */
export function AssignForm({ of, onClose }: { of: ShiftView; onClose: () => void }) {
  const send = useCall(assignSeat, [listShifts])
  const shift = useName(of)
  return (
    <DrawerForm<Assigning>
      title={t.assign()}
      lead={t.assignLead({ shift })}
      open
      onClose={onClose}
      initial={{ of: 'staff' }}
      submit={t.assign()}
      done={t.assigned()}
      explain={whyNoSeat}
      onSend={({ of: kind, post, name = '', phone = '' }) =>
        send.mutateAsync({
          id: newId() as never,
          shift: of.id,
          who: kind === 'staff' ? { post: post as never } : { name, phone },
        })
      }
    >
      {(form) => (
        <>
          <Form.Item name="of" label={t.who()}>
            <Segmented
              options={[
                { value: 'staff', label: t.staff() },
                { value: 'outsider', label: t.outsider() },
              ]}
            />
          </Form.Item>
          <Form.Item noStyle dependencies={['of']}>
            {() =>
              form.getFieldValue('of') === 'staff' ? (
                <Form.Item name="post" label={t.post()} rules={[needed]}>
                  <PostPick label={t.post()} under={ancestorAt(of.place, 'county')} />
                </Form.Item>
              ) : (
                <CalledFields />
              )
            }
          </Form.Item>
        </>
      )}
    </DrawerForm>
  )
}

export function FreeForm({ of, onClose }: { of: Standing; onClose: () => void }) {
  const send = useCall(freeSeat, [listShifts])
  return (
    <DrawerForm<{ reason: string }>
      title={t.freeTitle({ name: of.name })}
      open
      onClose={onClose}
      submit={t.free()}
      done={t.freed()}
      onSend={({ reason }) => send.mutateAsync({ id: of.seat, reason })}
    >
      <Form.Item name="reason" label={t.why()} rules={[needed]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </DrawerForm>
  )
}

export function CancelForm({ of, onClose }: { of: ShiftView; onClose: () => void }) {
  const send = useCall(cancelShift, [listShifts])
  const shift = useName(of)
  return (
    <DrawerForm
      title={t.cancel()}
      lead={t.cancelLead({ shift, count: of.taken })}
      open
      danger
      onClose={onClose}
      submit={t.cancel()}
      done={t.cancelled()}
      onSend={() => send.mutateAsync({ id: of.id })}
    >
      {null}
    </DrawerForm>
  )
}
