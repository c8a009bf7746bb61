import { Alert, Form, Input } from 'antd'
import { useState } from 'react'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { refusalText } from '#ui/console/messages.ts'
import { useCall } from '#ui/query.tsx'
import { finishSecondFactor, getMySelf, startSecondFactor, stopSecondFactor } from '../contract.ts'
import { consoleSignin as t } from './messages.ts'

/** TOTP: scan, prove one code, on. Switching it off asks for the password. */
export function SecondFactor({ on }: { on: boolean }) {
  const [open, setOpen] = useState(false)
  const start = useCall(startSecondFactor)
  const finish = useCall(finishSecondFactor, [getMySelf])
  const stop = useCall(stopSecondFactor, [getMySelf])
  const begin = () => start.mutate({}, { onSuccess: () => setOpen(true) })
  return (
    <div className="stack">
      <p>{on ? t.secondOn() : t.secondOff()}</p>
      {start.error && <Alert type="error" showIcon role="alert" title={refusalText(start.error)} />}
      <p>
        <button type="button" className="quiet" onClick={() => (on ? setOpen(true) : begin())}>
          {on ? t.stop() : t.start()}
        </button>
      </p>
      {on ? (
        <DrawerForm<{ password: string }>
          title={t.stop()}
          lead={t.stopLead()}
          open={open}
          onClose={() => setOpen(false)}
          submit={t.stop()}
          danger
          onSend={(values) => stop.mutateAsync(values)}
        >
          <Form.Item name="password" label={t.password()} rules={[needed]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
        </DrawerForm>
      ) : (
        <DrawerForm<{ code: string }>
          title={t.second()}
          lead={t.scan()}
          open={open}
          onClose={() => setOpen(false)}
          submit={t.finish()}
          done={t.started2()}
          onSend={(values) => finish.mutateAsync(values)}
        >
          {start.data && (
            <div className="account-qr">
              <img src={`data:image/svg+xml;utf8,${encodeURIComponent(start.data.qrSvg)}`} alt={t.scan()} />
              <p>
                {t.secret()}
                <br />
                <code>{start.data.secret}</code>
              </p>
            </div>
          )}
          <Form.Item
            name="code"
            label={t.code()}
            extra={t.codeHint()}
            rules={[needed, { pattern: /^\d{6}$/, message: t.codeHint() }]}
          >
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
          </Form.Item>
        </DrawerForm>
      )}
    </div>
  )
}
