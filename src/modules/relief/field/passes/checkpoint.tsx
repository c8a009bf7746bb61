import { type FormEvent, useEffect, useRef, useState } from 'react'
import { nearName } from '#modules/cases/parts/near.ts'
import { CallError, newId } from '#ui/call.ts'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Part } from '#ui/kit/card.tsx'
import { TextField } from '#ui/kit/field.tsx'
import { Row, Rows } from '#ui/kit/row.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Tabs } from '#ui/kit/tabs.tsx'
import { useNow } from '#ui/now.ts'
import { useCall } from '#ui/query.tsx'
import { ago } from '#ui/time.ts'
import { instant } from '#kernel/clock.ts'
import { crossPass } from '../../contract-passes.ts'
import { codeIn, codeText } from '../../parts/pass.ts'
import { checkpointTexts as t } from './messages.ts'
import { Told, TONE_OF_VERDICT } from './told.tsx'
import { goes, refused, type Verdict } from './verdict.ts'

type Way = 'in' | 'out'
const KEPT = 10

/** A code is typed and the answer is one word; nothing is kept on the phone, and nothing is decided without the server. */
export function Checkpoint({ place, placeName }: { place: string; placeName: string }) {
  const [way, setWay] = useState<Way>('in')
  const [seen, setSeen] = useState<readonly Verdict[]>([])
  const [latest, setLatest] = useState<Verdict>()
  const send = useCall(crossPass)
  const check = async (code: string): Promise<void> => {
    const verdict = await send.mutateAsync({ id: newId() as never, place, code, way }).then(
      (pass) => goes(code, pass),
      (error: unknown) => {
        if (error instanceof CallError) return refused(code, error)
        throw error
      },
    )
    setLatest(verdict)
    setSeen((was) => [verdict, ...was].slice(0, KEPT))
  }
  return (
    <Screen title={t.title()} sub={t.sub({ place: nearName(placeName) })} up="/">
      <Tabs
        label={t.way()}
        tabs={[
          { key: 'in', text: t.in() },
          { key: 'out', text: t.out() },
        ]}
        chosen={way}
        onChoose={setWay}
      />
      <div role="status">{latest && <Told verdict={latest} onNext={() => setLatest(undefined)} />}</div>
      {!latest && <Ask busy={send.isPending} onCheck={(code) => void check(code)} />}
      <p className="quiet">{t.seen()}</p>
      <Before seen={latest ? seen.slice(1) : seen} />
    </Screen>
  )
}

function Ask({ busy, onCheck }: { busy: boolean; onCheck: (code: string) => void }) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // Ready for the next without a tap.
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const code = codeIn(typed)
    setWrong(!code)
    if (code && !busy) onCheck(code)
  }
  return (
    <Card>
      <form ref={form} className="stack checkpoint" onSubmit={submit}>
        <TextField
          label={t.code()}
          hint={t.codeHint()}
          error={wrong ? t.codeWrong() : undefined}
          value={typed}
          onText={(text) => setTyped(text.toUpperCase())}
          autoCapitalize="characters"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={12}
        />
        <Button wide type="submit" busy={busy} busyText={t.checking()}>
          {t.check()}
        </Button>
      </form>
    </Card>
  )
}

function Before({ seen }: { seen: readonly Verdict[] }) {
  const now = useNow()
  if (seen.length === 0) return null
  return (
    <Part title={t.before()}>
      <Card flush>
        <Rows label={t.before()}>
          {seen.map((one) => (
            <Row
              key={one.at}
              title={codeText(one.code)}
              sub={ago(instant(one.at), now)}
              aside={<State tone={TONE_OF_VERDICT[one.says]} text={t[one.says]()} />}
            />
          ))}
        </Rows>
      </Card>
    </Part>
  )
}
