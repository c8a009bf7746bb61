import { Drawer, Form, Input } from 'antd'
import { useState } from 'react'
import { instant, systemClock } from '#kernel/clock.ts'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { When } from '#ui/console/moment.tsx'
import { useCall, usePages } from '#ui/query.tsx'
import { listShelters, type ShelterView } from '../contract-evacuation.ts'
import { listWalkIns, seeOff, takeIn, type WalkInView } from '../contract-walk-ins.ts'
import { walkInTexts as t } from '../parts/walk-in-messages.ts'
import { PHONE } from './person-fields.tsx'

type Taking = { name: string; phone?: string; from: string; note?: string }
type Given = { of: ShelterView; onClose: () => void }
const CHANGED = [listShelters, listWalkIns]

/** Somebody stands at the door and is on no list. */
export function TakeInForm({ of, onClose }: Given) {
  const send = useCall(takeIn, CHANGED)
  return (
    <DrawerForm<Taking>
      title={t.takeAt({ name: of.name })}
      lead={t.takeLead()}
      open
      onClose={onClose}
      submit={t.take()}
      explain={({ code, problems }) => code === 'already' && (problems.length > 0 ? t.onList() : t.twice())}
      onSend={({ phone, note = '', ...values }) =>
        send.mutateAsync({
          id: newId() as never,
          shelter: of.id,
          phone: phone ? phone : null,
          note,
          at: instant(systemClock.now()),
          ...values,
        })
      }
    >
      <Form.Item name="name" label={t.name()} rules={[needed]}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t.phone()}
        extra={t.phoneHint()}
        rules={[{ pattern: PHONE, message: t.phoneWrong() }]}
      >
        <Input inputMode="numeric" maxLength={11} autoComplete="off" />
      </Form.Item>
      <Form.Item name="from" label={t.from()} extra={t.fromHint()} rules={[needed, { min: 2 }]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="note" label={t.note()}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </DrawerForm>
  )
}

/** Who came by himself to one shelter, and leaves again. */
export function WalkIns({ of, onClose }: Given) {
  const list = usePages(listWalkIns, { shelter: of.id, limit: 200 })
  const [leaving, setLeaving] = useState<WalkInView>()
  return (
    <Drawer title={t.listAt({ name: of.name })} open onClose={onClose} size={460}>
      <p className="drawer-lead">{t.listNote()}</p>
      <Shown of={{ ...list, data: list.first }} lines={4}>
        {() => (
          <>
            {list.rows.length === 0 && <Empty text={t.none()} />}
            <ul className="relief-walk-ins">
              {list.rows.map((one) => (
                <li key={one.id}>
                  <p className="row spread">
                    <strong>{one.name}</strong>
                    {one.can.includes('seeOff') && (
                      <button type="button" className="link" onClick={() => setLeaving(one)}>
                        {t.leave()}
                        <span className="unseen"> {one.name}</span>
                      </button>
                    )}
                  </p>
                  <p className="quiet-ink">
                    {[one.phoneMasked, one.from, one.note].filter(Boolean).join(' · ')} · <When at={one.arrivedAt} />
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
      </Shown>
      {leaving && <LeaveForm of={leaving} onClose={() => setLeaving(undefined)} />}
    </Drawer>
  )
}

function LeaveForm({ of, onClose }: { of: WalkInView; onClose: () => void }) {
  const send = useCall(seeOff, CHANGED)
  return (
    <DrawerForm<{ to: string }>
      title={t.leaveOf({ name: of.name })}
      open
      onClose={onClose}
      submit={t.leave()}
      done={t.left()}
      onSend={({ to }) => send.mutateAsync({ id: of.id, to, at: instant(systemClock.now()) })}
    >
      <Form.Item name="to" label={t.to()} extra={t.toHint()} rules={[needed]}>
        <Input maxLength={120} />
      </Form.Item>
    </DrawerForm>
  )
}
