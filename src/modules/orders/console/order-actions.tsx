import { useNavigate } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import ChevronDown from 'lucide-react/icons/chevron-down'
import Printer from 'lucide-react/icons/printer'
import { useState } from 'react'
import { useActing } from '#ui/console/acting.ts'
import { Go } from '#ui/console/go.tsx'
import type { OrderView } from '../contract.ts'
import { isLeft } from '../parts/looks.ts'
import { ActForm, type Act } from './act-forms.tsx'
import { oneTexts as t } from './messages.ts'
import { RelayForm } from './relay-form.tsx'
import { StandInForm } from './stand-in-form.tsx'

type Task = Act | 'relay' | 'standIn'

/** The server says what can be done; what is used most stands in the bar, the rest behind one button. */
export function Actions({ order }: { order: OrderView }) {
  const { permissions } = useActing()
  const [task, setTask] = useState<Task>()
  const can = new Set(order.can)
  const navigate = useNavigate()
  const close = () => setTask(undefined)
  const replace = () => void navigate({ to: '/orders/new' as '/', search: { supersedes: order.id } as never })
  const rest = [
    ...(['amend', 'withdraw', 'close'] as const).filter((one) => can.has(one)),
    ...(can.has('amend') ? (['replace'] as const) : []),
    ...(isLeft(order.state) && permissions.has('orders.standIn') && permissions.has('orders.callList')
      ? (['standIn'] as const)
      : []),
  ]
  return (
    <>
      {can.has('edit') && (
        <Go to="/orders/new" search={{ id: order.id }} className="firm">
          {t.edit()}
        </Go>
      )}
      {can.has('sign') && (
        <button type="button" className="firm" onClick={() => setTask('sign')}>
          {t.sign()}
        </button>
      )}
      {can.has('relay') && (
        <button type="button" className="quiet" onClick={() => setTask('relay')}>
          {t.relay()}
        </button>
      )}
      <Go to={`/orders/${order.id}/print`} className="quiet">
        <Printer size={14} aria-hidden />
        {t.print()}
      </Go>
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((key) => ({
              key,
              label: t[key](),
              onClick: () => (key === 'replace' ? replace() : setTask(key)),
            })),
          }}
        >
          <button type="button" className="quiet">
            {t.more()} <ChevronDown size={14} aria-hidden />
          </button>
        </Dropdown>
      )}
      {task === 'relay' && <RelayForm order={order} onClose={close} />}
      {task === 'standIn' && <StandInForm onClose={close} />}
      {task && task !== 'relay' && task !== 'standIn' && <ActForm act={task} order={order} onClose={close} />}
    </>
  )
}
