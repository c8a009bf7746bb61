import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { Card, Part } from '#ui/kit/card.tsx'
import { TextField } from '#ui/kit/field.tsx'
import { Form } from '#ui/kit/form.tsx'
import { Language, LargeType } from '#ui/kit/large.tsx'
import { RowButton, Rows } from '#ui/kit/row.tsx'
import { Home } from '#ui/kit/screen.tsx'
import { rememberTyped } from '#ui/offline/typed.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { getMySelf, listWays, withPassword } from '../contract.ts'
import { signInTexts as t } from '../parts/messages.ts'

/** Staff sign in with password and, where switched on, a second factor; or through the government's single sign-on. */
export function StaffSignIn() {
  const [login, setLogin] = useState('')
  const ways = useAsk(listWays, {})
  const demo = (ways.data?.demoLogins ?? []).filter(({ face }) => face === 'field')
  const oidc = ways.data?.oidc
  const aside = (
    <div className="head-aside">
      <Language onHead />
      <LargeType onHead />
    </div>
  )
  return (
    <Home title={t.staffTitle()} sub={t.staffHint()} aside={aside}>
      <Card>
        <PasswordForm login={login} setLogin={setLogin} />
        {oidc && (
          <>
            <p className="quiet or">{t.or()}</p>
            <a className="button plain wide" href={`${oidc.start}?face=field`}>
              {t.oidc({ name: oidc.name })}
            </a>
          </>
        )}
      </Card>
      {demo.length > 0 && (
        <Part title={t.demo()}>
          <Card flush>
            <Rows>
              {demo.map((one) => (
                <RowButton key={one.login} title={one.login} sub={named(one)} onPress={() => setLogin(one.login)} />
              ))}
            </Rows>
          </Card>
        </Part>
      )}
    </Home>
  )
}

function PasswordForm({ login, setLogin }: { login: string; setLogin: (login: string) => void }) {
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const enter = useCall(withPassword, [getMySelf])
  const wantsCode = enter.error?.code === 'second_factor_needed' || code !== ''
  const empty = !login.trim() || !password
  const send = () => {
    if (empty) setTried(true)
    else {
      // Locks what this phone takes along, for a start without a network.
      rememberTyped(password)
      enter.mutate({ login: login.trim(), password, ...(code ? { code } : {}) })
    }
  }
  return (
    <Form send={t.enter()} onSend={send} busy={enter.isPending} error={enter.error}>
      <TextField
        label={t.login()}
        autoComplete="username"
        autoCapitalize="none"
        value={login}
        onText={setLogin}
        error={tried && empty ? t.empty() : undefined}
      />
      <TextField
        label={t.password()}
        type="password"
        autoComplete="current-password"
        value={password}
        onText={setPassword}
      />
      {wantsCode && (
        <TextField
          label={t.factor()}
          hint={t.factorHint()}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onText={(text) => setCode(text.replace(/\D/g, ''))}
        />
      )}
    </Form>
  )
}
