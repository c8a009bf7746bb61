import { Form, Input } from 'antd'
import Siren from 'lucide-react/icons/siren'
import { useEffect } from 'react'
import { millis } from '#kernel/clock.ts'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { Go } from '#ui/console/go.tsx'
import { lookThrough, useGlass } from '#ui/glass.ts'
import { useNow } from '#ui/now.ts'
import { queries, useCall } from '#ui/query.tsx'
import { breakGlass, closeGlass, listGlasses } from '../contract-glass.ts'
import { glassTexts as t } from './glass-messages.ts'
import './glass.css'

type Values = { name: string; phone: string; reason: string }

/** 应急查看: whom, and what is urgent. What follows is said before anything is opened. */
export function BreakGlass({ open, onClose }: { open: boolean; onClose: () => void }) {
  const send = useCall(breakGlass, [listGlasses])
  return (
    <DrawerForm<Values>
      title={t.title()}
      lead={t.lead()}
      open={open}
      onClose={onClose}
      submit={t.break()}
      danger
      done={t.opened()}
      onSend={async (values) => {
        const { id, person, name, endsAt } = await send.mutateAsync({ id: newId() as never, ...values })
        lookThrough({ id, person, name, endsAt })
        queries.clear()
      }}
    >
      <Form.Item name="name" label={t.name()} rules={[needed]} extra={t.both()}>
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      <Form.Item name="phone" label={t.phone()} rules={[needed]}>
        <Input autoComplete="off" inputMode="numeric" maxLength={11} />
      </Form.Item>
      <Form.Item name="reason" label={t.reason()} rules={[needed]}>
        <Input.TextArea rows={3} maxLength={400} showCount placeholder={t.reasonHint()} />
      </Form.Item>
    </DrawerForm>
  )
}

/** Above every page while a glass is open: whom one looks at, how long still, and the way out. */
export function GlassBanner() {
  const glass = useGlass()
  const now = useNow(1000)
  const close = useCall(closeGlass, [listGlasses])
  const left = glass ? millis(glass.endsAt) - now : 0
  useEffect(() => {
    if (glass && left <= 0) leave()
  }, [glass, left])
  if (!glass) return null
  return (
    <div className="glass" role="status">
      <Siren size={16} aria-hidden />
      <strong>{t.through({ name: glass.name })}</strong>
      <span className="glass-left" role="timer" aria-live="off">
        {left > 0 ? t.left({ time: countdown(left) }) : t.over()}
      </span>
      <Go to={`/people/${glass.person}`} className="glass-go">
        {t.show()}
      </Go>
      <button
        type="button"
        className="glass-end"
        disabled={close.isPending}
        onClick={() => close.mutate({ id: glass.id as never }, { onSettled: leave })}
      >
        {t.close()}
      </button>
    </div>
  )
}

/** What was seen through it does not stay on the screen. */
function leave(): void {
  lookThrough(null)
  void queries.resetQueries()
}

const pad = (value: number): string => String(value).padStart(2, '0')
/** 2:59:07 */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
}
