import Search from 'lucide-react/icons/search'
import { useState } from 'react'
import { ask, CallError } from '#ui/call.ts'
import { Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card } from '#ui/kit/card.tsx'
import { TextField } from '#ui/kit/field.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { goTo } from '#ui/route.tsx'
import { followVisit } from '../contract.ts'
import { plainCode, visitNumberText } from '../parts/number.ts'
import { slipTexts as t } from './messages.ts'

/** For whoever has the card and no camera: number and code as they are printed, typed off. */
export function TypedSlip() {
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const [finding, setFinding] = useState(false)
  async function find() {
    const [plain, secret] = [number.replace(/\D/g, ''), plainCode(code)]
    setProblem(plain && secret ? null : t.missing())
    setError(null)
    if (!plain || !secret) return
    setFinding(true)
    try {
      await ask(followVisit, { number: plain, secret })
      goTo(`/visit/${plain}#${secret}`)
    } catch (failed) {
      if (!(failed instanceof CallError)) throw failed
      if (failed.code === 'not_found' || failed.code === 'invalid') setProblem(t.wrong())
      else setError(failed)
    }
    setFinding(false)
  }
  return (
    <Screen title={t.title()} up="/">
      <p className="quiet">{t.lead()}</p>
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
            hint={t.numberHint({ example: visitNumberText('26000001234') })}
            inputMode="numeric"
            value={number}
            onText={setNumber}
            autoComplete="off"
            error={problem ?? undefined}
          />
          <TextField
            label={t.code()}
            hint={t.codeHint()}
            value={code}
            onText={setCode}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <Failure error={error} />
          <Button type="submit" wide busy={finding}>
            <Search aria-hidden />
            {t.open()}
          </Button>
        </form>
      </Card>
      <p className="quiet">{t.lost()}</p>
    </Screen>
  )
}
