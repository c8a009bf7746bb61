import { useNavigate } from '@tanstack/react-router'
import { Form, Input, InputNumber } from 'antd'
import type { Role } from '#modules/posts/contract.ts'
import { newId } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import { getOrder, listOrders, type OrderView } from '../contract.ts'
import { relayOrder } from '../contract-after.ts'
import { coverage } from '../contract-answers.ts'
import { actTexts as t, oneTexts } from './messages.ts'
import { RolePicks } from './role-picks.tsx'

type Values = { text: string; minutes: number; roles: Role[] }

/** Passed on within the own place: who works there below, with what this place adds. */
export function RelayForm({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const { place } = useActing()
  const navigate = useNavigate()
  const send = useCall(relayOrder, [getOrder, listOrders, coverage])
  const relay = async ({ text, minutes, roles }: Values) => {
    const id = newId() as OrderView['id']
    await send.mutateAsync({ id, parent: order.id, text, minutes, audience: { within: [place], roles } })
    void navigate({ to: `/orders/${id}` as '/' })
  }
  return (
    <DrawerForm<Values>
      title={oneTexts.relay()}
      lead={t.relayLead()}
      open
      onClose={onClose}
      width={520}
      initial={{ minutes: order.minutes, roles: ['grid_worker'] }}
      submit={oneTexts.relay()}
      done={t.relayed()}
      onSend={relay}
    >
      <Form.Item name="text" label={t.relayText()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={6} maxLength={4000} />
      </Form.Item>
      <Form.Item name="roles" label={t.relayTo()}>
        <RolePicks label={t.relayTo()} />
      </Form.Item>
      <Form.Item name="minutes" label={t.minutes()} rules={[needed]}>
        <InputNumber min={1} max={960} />
      </Form.Item>
    </DrawerForm>
  )
}
