import Smartphone from 'lucide-react/icons/smartphone'
import { useEffect, useState } from 'react'
import { instant } from '#kernel/clock.ts'
import { Answered, Failure } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card } from '#ui/kit/card.tsx'
import { TextField } from '#ui/kit/field.tsx'
import { Form } from '#ui/kit/form.tsx'
import { Row, Rows } from '#ui/kit/row.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useNow } from '#ui/now.ts'
import { findRing } from '#ui/offline/keyring.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { ago, moment } from '#ui/time.ts'
import { type DeviceRow, listDevices, wipeDevice } from '../contract.ts'
import { choose, sync } from './carry.ts'
import { phonesTexts as t } from './messages.ts'
import { useStage } from './stage.ts'

/** My phones that hold work: how this one stands, and how a lost one is emptied. */
export function Phones() {
  const asked = useAsk(listDevices, {})
  const own = useOwnDevice()
  const now = useNow()
  const [wiping, setWiping] = useState<DeviceRow | null>(null)
  return (
    <Screen title={t.title()} up="/me">
      <Standing />
      <p className="quiet">{t.hint()}</p>
      <Answered asked={asked}>
        {({ rows }) => (
          <Card flush>
            <Rows>
              {rows
                .filter(({ mine }) => mine)
                .map((row) => (
                  <Row
                    key={row.id}
                    icon={<Smartphone aria-hidden />}
                    title={row.name}
                    sub={t.seen({ when: ago(row.seenAt, now) })}
                    state={stateOf(row, own)}
                    aside={
                      !row.wipe && (
                        <Button look="plain" onClick={() => setWiping(row)}>
                          {t.wipe()}
                        </Button>
                      )
                    }
                  />
                ))}
            </Rows>
          </Card>
        )}
      </Answered>
      {wiping && <Wipe row={wiping} onClose={() => setWiping(null)} />}
    </Screen>
  )
}

function stateOf({ wipe, device }: DeviceRow, own: string | undefined) {
  if (wipe)
    return (
      <State
        tone={wipe.doneAt ? 'void' : 'soon'}
        text={wipe.doneAt ? (wipe.unsent ? t.doneUnsent({ count: wipe.unsent }) : t.done()) : t.asked()}
      />
    )
  return device === own ? <State tone="done" text={t.thisOne()} /> : undefined
}

function Standing() {
  const { at, syncedAt, syncing, locked } = useStage()
  const now = useNow()
  const ready = at === 'open' && syncedAt !== null
  return (
    <Card>
      <State
        tone={ready && locked ? 'done' : 'soon'}
        text={ready ? (locked ? t.ready() : t.readyOpen()) : t.notReady()}
      />
      <p className="quiet">{syncedAt ? t.synced({ when: moment(instant(syncedAt), now) }) : t.never()}</p>
      {at === 'open' && locked === false && <Choose />}
      {at === 'open' && (
        <Button look="soft" busy={syncing} onClick={() => void sync()}>
          {t.syncNow()}
        </Button>
      )}
    </Card>
  )
}

const SHORTEST = 10

/** For who came by single sign-on: six digits on a copied disk are a second's work, so it is a phrase. */
function Choose() {
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const short = password.length < SHORTEST || /^\d*$/.test(password)
  async function send() {
    setTried(true)
    if (short || again !== password) return
    setBusy(true)
    try {
      await choose(password)
      toast(t.chosen())
    } catch (problem) {
      setError(problem as Error)
    }
    setBusy(false)
  }
  return (
    <Form send={t.choose()} onSend={() => void send()} busy={busy} error={error}>
      <h2>{t.chooseTitle()}</h2>
      <p className="quiet">{t.chooseHint()}</p>
      <TextField
        label={t.chooseTitle()}
        type="password"
        autoComplete="new-password"
        value={password}
        onText={setPassword}
        error={tried && short ? t.tooShort() : undefined}
      />
      <TextField
        label={t.chooseAgain()}
        type="password"
        autoComplete="new-password"
        value={again}
        onText={setAgain}
        error={tried && !short && again !== password ? t.notSame() : undefined}
      />
    </Form>
  )
}

function useOwnDevice(): string | undefined {
  const { person } = useStage()
  const [device, setDevice] = useState<string>()
  useEffect(() => {
    if (person) void findRing(person).then((ring) => setDevice(ring?.device))
  }, [person])
  return device
}

function Wipe({ row, onClose }: { row: DeviceRow; onClose: () => void }) {
  const [reason, setReason] = useState(t.reasonExample())
  const wipe = useCall(wipeDevice, [listDevices])
  const done = () => {
    toast(t.asking())
    onClose()
  }
  return (
    <Sheet title={t.wipeTitle()} onClose={onClose}>
      <p>{t.wipeHint()}</p>
      <TextField label={t.reason()} value={reason} maxLength={200} onText={setReason} />
      <Failure error={wipe.error} />
      <Button
        look="danger"
        wide
        busy={wipe.isPending}
        onClick={() => wipe.mutate({ id: row.id, reason }, { onSuccess: done })}
      >
        {t.wipe()}
      </Button>
    </Sheet>
  )
}
