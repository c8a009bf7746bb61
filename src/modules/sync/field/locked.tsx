import { useEffect, useState } from 'react'
import { Button } from '#ui/kit/button.tsx'
import { Card } from '#ui/kit/card.tsx'
import { Choose, TextField } from '#ui/kit/field.tsx'
import { Form } from '#ui/kit/form.tsx'
import { Empty } from '#ui/kit/answer.tsx'
import { Home } from '#ui/kit/screen.tsx'
import { LargeType, Language } from '#ui/kit/large.tsx'
import { listRings, type Ring } from '#ui/offline/keyring.ts'
import { queries } from '#ui/query.tsx'
import { unlock } from './carry.ts'
import { offlineTexts as t } from './messages.ts'
import { useStage } from './stage.ts'

const aside = (
  <div className="head-aside">
    <Language onHead />
    <LargeType onHead />
  </div>
)

/** The app was opened without a network: whose work is here, and the password that opens it. */
export function Locked() {
  const { at } = useStage()
  return at === 'empty' ? (
    <Home title={t.emptyTitle()} aside={aside}>
      <Card>
        <Empty text={t.empty()}>
          <TryAgain />
        </Empty>
      </Card>
    </Home>
  ) : (
    <Home title={t.unlockTitle()} sub={t.unlockSub()} aside={aside}>
      <Card>
        <Unlock />
      </Card>
      <p className="quiet">{t.whyLocked()}</p>
      <TryAgain />
    </Home>
  )
}

const TryAgain = () => (
  <Button look="plain" wide onClick={() => void queries.invalidateQueries()}>
    {t.again()}
  </Button>
)

function Unlock() {
  const [rings, setRings] = useState<readonly Ring[]>([])
  const [person, setPerson] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<'wrong' | 'too_many' | 'too_old' | 'no_password' | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    void listRings().then((found) => {
      const usable = found.filter(({ bySecret }) => bySecret).toSorted((a, b) => b.contactAt - a.contactAt)
      setRings(usable)
      setPerson(usable[0]?.person ?? '')
    })
  }, [])
  async function open() {
    if (!person || !password) return
    setBusy(true)
    setProblem(await unlock(person, password))
    setBusy(false)
  }
  return (
    <Form send={t.unlock()} onSend={() => void open()} busy={busy} busyText={t.unlocking()}>
      <Choose
        label={t.whose()}
        value={person}
        onText={setPerson}
        choices={rings.map((ring) => ({ value: ring.person, text: ring.name }))}
      />
      <TextField
        label={rings.find((ring) => ring.person === person)?.chosen ? t.ownPassword() : t.password()}
        type="password"
        autoComplete="current-password"
        value={password}
        onText={setPassword}
        error={problem ? t[problem]() : undefined}
      />
    </Form>
  )
}
