import ShieldCheck from 'lucide-react/icons/shield-check'
import UserCheck from 'lucide-react/icons/user-check'
import { useState } from 'react'
import { useKept } from '#ui/kept.ts'
import { Button } from '#ui/kit/button.tsx'
import { Note } from '#ui/kit/card.tsx'
import { TextField } from '#ui/kit/field.tsx'
import { goTo } from '#ui/route.tsx'
import { said } from '#ui/messages.ts'
import { type Draft, DRAFT, newDraft } from './drafts.ts'
import { reportTexts as t } from './messages.ts'
import { Asking } from './report-frame.tsx'

const PHONE = /^1\d{10}$/

/** `account`: the name of who is signed in; then nothing has to be asked. */
export function ReportWho({ account }: { account: string | null }) {
  const [draft, change] = useKept<Draft>(DRAFT, newDraft)
  const [tried, setTried] = useState(false)
  const wrong = draft.phone !== '' && !PHONE.test(draft.phone)
  const next = () => (wrong && account === null ? setTried(true) : goTo('/report/check'))
  return (
    <Asking no={3} question={t.who()} dock={<Button onClick={next}>{said.next()}</Button>}>
      {account === null ? (
        <>
          <p>{t.whoHint()}</p>
          <TextField
            label={t.phone()}
            optional
            type="tel"
            inputMode="numeric"
            autoComplete="tel-national"
            maxLength={11}
            value={draft.phone}
            onText={(phone) => change((was) => ({ ...was, phone: phone.replace(/\D/g, '') }))}
            error={tried && wrong ? t.phoneWrong() : undefined}
          />
          <TextField
            label={t.name()}
            optional
            autoComplete="name"
            maxLength={40}
            value={draft.name}
            onText={(name) => change((was) => ({ ...was, name }))}
          />
        </>
      ) : (
        <Note tone="done" icon={<UserCheck aria-hidden />}>
          <p>{t.whoMe({ name: account })}</p>
        </Note>
      )}
      <Note tone="rights" icon={<ShieldCheck aria-hidden />}>
        <p>{t.whoCare()}</p>
      </Note>
    </Asking>
  )
}
