import CloudUpload from 'lucide-react/icons/cloud-upload'
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { instant, millis } from '#kernel/clock.ts'
import type { RefusalCode } from '#kernel/errors.ts'
import { refusalTexts } from '#kernel/refusal-messages.ts'
import { call } from '#ui/call.ts'
import { Empty, Failure, Loading } from '#ui/kit/answer.tsx'
import { State, type Tone } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Part } from '#ui/kit/card.tsx'
import { TextField } from '#ui/kit/field.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useNow } from '#ui/now.ts'
import { dropParcel, isOutboxRead, listParcels, type Parcel, retryParcel, sendAll, watchParcels } from '#ui/outbox.ts'
import { queries, useAsk } from '#ui/query.tsx'
import { ago } from '#ui/time.ts'
import { decideParcel, listBacklog, type Waiting, type Why } from '../contract.ts'
import { dropBroken } from './carry.ts'
import { outboxTexts as t } from './messages.ts'
import { useStage } from './stage.ts'

type Standing = Parcel['state']
const TONES: Record<Standing, Tone> = {
  waiting: 'soon',
  sending: 'work',
  held: 'work',
  refused: 'late',
  stranded: 'late',
  differs: 'soon',
}

/** Everything that still has to leave this phone, and what waits on the server; nothing goes unless its owner says so. */
export function Parcels() {
  const parcels = useSyncExternalStore(watchParcels, listParcels)
  const read = useSyncExternalStore(watchParcels, isOutboxRead)
  const waiting = parcels.some(({ state }) => state === 'waiting')
  return (
    <Screen title={t.title()} up="/" dock={waiting && <Button onClick={() => void sendAll()}>{t.sendNow()}</Button>}>
      <p className="quiet">{t.sub()}</p>
      {read || <Loading rows={1} />}
      {read && parcels.length === 0 && (
        <Card>
          <Empty icon={<CloudUpload aria-hidden />} text={t.empty()} />
        </Card>
      )}
      {parcels.map((parcel) => (
        <OnPhone key={parcel.key} parcel={parcel} />
      ))}
      <Broken />
      <OnServer here={parcels} />
    </Screen>
  )
}

const reasonOf = (problem: string | null): string | null => {
  if (problem === null) return null
  if (isWhy(problem)) return t[problem]()
  return problem in refusalTexts ? refusalTexts[problem as RefusalCode | 'offline']() : problem
}
const isWhy = (problem: string): problem is Why =>
  ['not_come', 'refused_before', 'too_long', 'post_ended', 'backlog_full'].includes(problem)

type Shown = { title: string; at: number; state: Standing; problem: string | null; photos: number; children: ReactNode }

function One({ title, at, state, problem, photos, children }: Shown) {
  const now = useNow()
  const reason = reasonOf(problem)
  return (
    <Card>
      <h2 className="row-title">{title}</h2>
      <p className="quiet">
        {ago(instant(at), now)}
        {photos > 0 && ` · ${t.photos({ count: photos })}`}
      </p>
      <State tone={TONES[state]} text={t[`state_${state}`]()} />
      {reason && <p>{reason}</p>}
      <div className="buttons">{children}</div>
    </Card>
  )
}

function OnPhone({ parcel }: { parcel: Parcel }) {
  const { key, person, state } = parcel
  const decided = state === 'refused' || state === 'stranded'
  // What the server knows of must be let go there; a parcel that never came needs no leave.
  async function again() {
    if (decided) await call(decideParcel, { person, key: key as never, decision: 'again' }).catch(() => undefined)
    await retryParcel(key)
  }
  async function drop(reason: string) {
    if (state !== 'waiting') await call(decideParcel, { person, key: key as never, decision: 'drop', reason })
    await dropParcel(key)
  }
  if (state === 'differs')
    return (
      <One title={parcel.title} at={parcel.at} state={state} problem={null} photos={0}>
        <p>{t.differs({ count: parcel.differs ?? 1 })}</p>
        <Button look="soft" onClick={() => void dropParcel(key)}>
          {t.read()}
        </Button>
      </One>
    )
  return (
    <One title={parcel.title} at={parcel.at} state={state} problem={parcel.problem} photos={parcel.photos.length}>
      <Button look="soft" busy={state === 'sending'} onClick={() => void again()}>
        {t.retry()}
      </Button>
      <Drop onDrop={drop} />
    </One>
  )
}

function Drop({ onDrop }: { onDrop: (reason: string) => Promise<void> }) {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  async function drop() {
    if (reason.trim().length < 2) return setTried(true)
    try {
      await onDrop(reason.trim())
      setAsking(false)
      toast(t.dropped())
      void queries.invalidateQueries({ queryKey: [listBacklog.name] })
    } catch (problem) {
      setError(problem as Error)
    }
  }
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        {t.drop()}
      </Button>
      {asking && (
        <Sheet title={t.dropTitle()} onClose={() => setAsking(false)}>
          <p>{t.dropHint()}</p>
          <TextField
            label={t.reason()}
            value={reason}
            maxLength={200}
            onText={setReason}
            error={tried && reason.trim().length < 2 ? t.reasonShort() : undefined}
          />
          <Failure error={error} />
          <Button look="danger" wide onClick={() => void drop()}>
            {t.drop()}
          </Button>
        </Sheet>
      )}
    </>
  )
}

/** From another phone of the same person, or from before this one was emptied. */
function OnServer({ here }: { here: readonly Parcel[] }) {
  const asked = useAsk(listBacklog, {})
  const others = (asked.data?.rows ?? []).filter(({ key, mine }) => mine && here.every((one) => one.key !== key))
  if (others.length === 0) return null
  return (
    <Part title={t.onServer()}>
      <p className="quiet">{t.onServerSub()}</p>
      {others.map((row) => (
        <Elsewhere key={row.key} row={row} />
      ))}
    </Part>
  )
}

const OFF_SECONDS = 300

function Elsewhere({ row }: { row: Waiting }) {
  const { person, key, skewSeconds } = row
  async function again() {
    await call(decideParcel, { person, key: key as never, decision: 'again' })
    await sendAll(undefined, true)
    await queries.invalidateQueries({ queryKey: [listBacklog.name] })
  }
  const off = Math.abs(skewSeconds) > OFF_SECONDS
  return (
    <One
      title={row.title || t.ofTool()}
      at={millis(row.receivedAt)}
      state={row.state}
      problem={row.why ?? row.code}
      photos={0}
    >
      {off && <p className="quiet">{t.clockOff({ span: t.minutes({ n: Math.round(Math.abs(skewSeconds) / 60) }) })}</p>}
      <Button look="soft" onClick={() => void again()}>
        {t.retry()}
      </Button>
      <Drop
        onDrop={async (reason) =>
          void (await call(decideParcel, { person, key: key as never, decision: 'drop', reason }))
        }
      />
    </One>
  )
}

function Broken() {
  const { broken } = useStage()
  if (broken.length === 0) return null
  return (
    <Part title={t.broken()}>
      {broken.map((name) => (
        <Card key={name}>
          <p>{t.brokenOne()}</p>
          <Button look="plain" onClick={() => void dropBroken(name)}>
            {t.brokenDrop()}
          </Button>
        </Card>
      ))}
    </Part>
  )
}
