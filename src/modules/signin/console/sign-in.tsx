import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import KeyRound from 'lucide-react/icons/key-round'
import { useEffect } from 'react'
import { locale } from '#kernel/messages.ts'
import { parseAddress } from '#ui/console/address.ts'
import { needed } from '#ui/console/drawer-form.tsx'
import { refusalText } from '#ui/console/messages.ts'
import { Shown } from '#ui/console/shown.tsx'
import { said } from '#ui/messages.ts'
import { queries, useAsk, useCall } from '#ui/query.tsx'
import { changeSettings } from '#ui/settings.ts'
import { listWays, withPassword } from '../contract.ts'
import { consoleSignin as t } from './messages.ts'
import './sign-in.css'

type Values = { login: string; password: string; code?: string }

/** The door for staff: password with a second factor, or the single sign-on of the government; demo logins where there are any. */
export function SignInPage() {
  const ways = useAsk(listWays, {})
  const [form] = Form.useForm<Values>()
  useEffect(() => {
    document.title = `${t.title()} · ${t.brand()}`
  }, [])
  return (
    <main className="door">
      <section className="door-card">
        <header>
          <span className="door-sign" aria-hidden>
            {t.sign()}
          </span>
          <div>
            <h1>{t.brand()}</h1>
            <p className="quiet-ink">{t.motto()}</p>
          </div>
          <button
            type="button"
            className="link"
            onClick={() => changeSettings({ locale: locale() === 'en' ? 'zh-CN' : 'en' })}
          >
            {said.language()}
          </button>
        </header>
        <PasswordForm form={form} />
        <Shown of={ways} lines={2}>
          {({ oidc, demoLogins }) => (
            <>
              {oidc && (
                <a className="quiet door-oidc" href={oidc.start}>
                  <KeyRound size={16} aria-hidden />
                  {t.with({ name: oidc.name })}
                </a>
              )}
              <DemoLogins
                logins={demoLogins.filter(({ face }) => face !== 'town')}
                onPick={(login) => form.setFieldsValue({ login })}
              />
            </>
          )}
        </Shown>
        <a href="/town/">{t.resident()}</a>
      </section>
    </main>
  )
}

function PasswordForm({ form }: { form: ReturnType<typeof Form.useForm<Values>>[0] }) {
  const navigate = useNavigate()
  const { next }: { next?: string } = useSearch({ strict: false })
  const enter = useCall(withPassword)
  const codeAsked =
    enter.error?.code === 'second_factor_needed' || (enter.variables?.code !== undefined && enter.isError)
  const go = () => {
    queries.clear()
    const [path = '/', search = ''] = insideOnly(next).split('?')
    void navigate({ to: path as '.', search: parseAddress(search) as never, replace: true })
  }
  const send = (values: Values) => enter.mutate(values, { onSuccess: go })
  return (
    <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={send} size="large">
      {enter.error && enter.error.code !== 'second_factor_needed' && (
        <Alert type="error" showIcon role="alert" className="drawer-error" title={refusalText(enter.error)} />
      )}
      {enter.error?.code === 'second_factor_needed' && (
        <Alert type="info" showIcon role="alert" className="drawer-error" title={refusalText(enter.error)} />
      )}
      <Form.Item name="login" label={t.login()} rules={[needed]}>
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={t.password()} rules={[needed]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {codeAsked && (
        <Form.Item
          name="code"
          label={t.code()}
          extra={t.codeHint()}
          rules={[needed, { pattern: /^\d{6}$/, message: t.codeHint() }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block loading={enter.isPending}>
        {t.signIn()}
      </Button>
    </Form>
  )
}

/** A link may ask to go on to a page of this console, never elsewhere. */
const insideOnly = (next: string | undefined): string =>
  next && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/'

type Logins = { login: string; zh: string; en: string }[]

function DemoLogins({ logins, onPick }: { logins: Logins; onPick: (login: string) => void }) {
  if (logins.length === 0) return null
  return (
    <section className="door-demo">
      <h2>{t.demo()}</h2>
      <p className="quiet-ink">{t.demoHint()}</p>
      <ul>
        {logins.map(({ login, zh, en }) => (
          <li key={login}>
            <button type="button" onClick={() => onPick(login)}>
              <code>{login}</code>
              <span>{locale() === 'en' ? en : zh}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
