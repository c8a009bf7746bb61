import { useEffect, useState } from 'react'
import { Button } from '#ui/kit/button.tsx'
import { Card } from '#ui/kit/card.tsx'
import { TextField } from '#ui/kit/field.tsx'
import { Form } from '#ui/kit/form.tsx'
import { goBack } from '#ui/route.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import { getMySelf, listWays, sendCode, withCode } from '../contract.ts'
import { signInTexts as t } from '../parts/messages.ts'

const PHONE = /^1\d{10}$/

/** A resident signs in with a code sent to the phone. */
export function SignIn() {
  const [phone, setPhone] = useState('')
  const send = useCall(sendCode)
  return (
    <Screen title={t.title()} up="/me">
      {send.data ? (
        <EnterCode
          phone={phone}
          good={send.data.seconds}
          again={send.data.again}
          onAgain={() => send.mutate({ phone })}
          onOther={() => send.reset()}
        />
      ) : (
        <EnterPhone
          phone={phone}
          setPhone={setPhone}
          busy={send.isPending}
          error={send.error}
          onSend={() => send.mutate({ phone })}
        />
      )}
    </Screen>
  )
}

type Phone = {
  phone: string
  setPhone: (phone: string) => void
  busy: boolean
  error: Error | null
  onSend: () => void
}

function EnterPhone({ phone, setPhone, busy, error, onSend }: Phone) {
  const [tried, setTried] = useState(false)
  const wrong = !PHONE.test(phone)
  const send = () => (wrong ? setTried(true) : onSend())
  return (
    <Card>
      <Form send={t.sendCode()} onSend={send} busy={busy} error={error}>
        <p>{t.residentHint()}</p>
        <TextField
          label={t.phone()}
          type="tel"
          inputMode="numeric"
          autoComplete="tel-national"
          maxLength={11}
          value={phone}
          onText={(text) => setPhone(text.replace(/\D/g, ''))}
          error={tried && wrong ? t.phoneWrong() : undefined}
        />
      </Form>
    </Card>
  )
}

type Code = { phone: string; good: number; again: number; onAgain: () => void; onOther: () => void }

function EnterCode({ phone, good, again, onAgain, onOther }: Code) {
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const left = useCountdown(again)
  const enter = useCall(withCode, [getMySelf])
  const ways = useAsk(listWays, {})
  const wrong = !/^\d{6}$/.test(code)
  const [asksName, setAsksName] = useState(false)
  const submit = () => {
    if (wrong) setTried(true)
    else
      enter.mutate(
        { phone, code, ...(name.trim() ? { name: name.trim() } : {}) },
        { onSuccess: () => goBack('/'), onError: (refused) => refused.code === 'name_needed' && setAsksName(true) },
      )
  }
  return (
    <Card>
      <Form
        send={t.enter()}
        onSend={submit}
        busy={enter.isPending}
        error={enter.error}
        after={<After left={left} inbox={ways.data?.developerInbox} onAgain={onAgain} onOther={onOther} />}
      >
        <p role="status">{t.sentTo({ phone, minutes: Math.round(good / 60) })}</p>
        <TextField
          label={t.code()}
          hint={t.codeHint()}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onText={(text) => setCode(text.replace(/\D/g, ''))}
          error={tried && wrong ? t.codeWrong() : undefined}
        />
        {asksName && (
          <TextField
            label={t.name()}
            hint={t.nameHint()}
            autoComplete="name"
            maxLength={40}
            value={name}
            onText={setName}
          />
        )}
      </Form>
    </Card>
  )
}

type AfterProps = Pick<Code, 'onAgain' | 'onOther'> & { left: number; inbox: string | null | undefined }

const After = ({ left, inbox, onAgain, onOther }: AfterProps) => (
  <>
    {left > 0 ? (
      <p className="quiet">{t.again({ seconds: left })}</p>
    ) : (
      <Button look="plain" onClick={onAgain}>
        {t.resend()}
      </Button>
    )}
    <button type="button" className="link" onClick={onOther}>
      {t.other()}
    </button>
    {inbox && (
      <a className="link" href={inbox} target="_blank" rel="noreferrer">
        {t.inbox()}
      </a>
    )}
  </>
)

function useCountdown(seconds: number): number {
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const timer = setInterval(() => setLeft((was) => Math.max(0, was - 1)), 1000)
    return () => clearInterval(timer)
  }, [])
  return left
}
