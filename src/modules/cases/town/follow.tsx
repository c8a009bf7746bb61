import Search from 'lucide-react/icons/search'
import { useState } from 'react'
import { ask, CallError } from '#ui/call.ts'
import { Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Part } from '#ui/kit/card.tsx'
import { TextField } from '#ui/kit/field.tsx'
import { goTo } from '#ui/route.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { followCase } from '../contract.ts'
import { keptReport, keptReports } from './drafts.ts'
import { KeptList } from './kept-list.tsx'
import { followTexts as t } from './messages.ts'

/** By number and secret, without an account. A pasted link fills in both. */
export function Follow() {
  const [number, setNumber] = useState('')
  const [secret, setSecret] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const [finding, setFinding] = useState(false)
  const kept = keptReports()
  async function find() {
    const plain = number.replace(/[\s-]/g, '')
    const known = secret.trim() || keptReport(plain)?.secret || ''
    setProblem(plain && known ? null : t.missing())
    if (!plain || !known) return
    setFinding(true)
    setError(null)
    try {
      await ask(followCase, { number: plain, secret: known })
      openWith(known)
      goTo(`/follow/${plain}`)
    } catch (failed) {
      if (!(failed instanceof CallError)) throw failed
      if (failed.code === 'not_found' || failed.code === 'invalid') setProblem(t.notFound())
      else setError(failed)
    }
    setFinding(false)
  }
  const paste = (text: string) => {
    const link = /\/follow\/([^#/]+)#(\w+)/.exec(text)
    setNumber(link?.[1] ?? text)
    if (link?.[2]) setSecret(link[2])
  }
  return (
    <Screen title={t.title()} up="/">
      <Card>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            void find()
          }}
        >
          <TextField
            label={t.number()}
            hint={t.numberHint()}
            value={number}
            onText={paste}
            autoComplete="off"
            error={problem ?? undefined}
          />
          <TextField
            label={t.secret()}
            hint={t.secretHint()}
            value={secret}
            onText={setSecret}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Failure error={error} />
          <Button type="submit" wide busy={finding}>
            <Search aria-hidden />
            {t.search()}
          </Button>
        </form>
      </Card>
      <p className="quiet">{t.forgot()}</p>
      {kept.length > 0 && (
        <Part title={t.onPhone()}>
          <KeptList reports={kept} />
        </Part>
      )}
    </Screen>
  )
}

let opened = ''
/** A secret that was typed lives as long as the page; only reports made here are kept on the phone. */
export const openWith = (secret: string): void => void (opened = secret)
export const openedWith = (): string => opened
