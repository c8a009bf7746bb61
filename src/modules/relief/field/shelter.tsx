import CircleAlert from 'lucide-react/icons/circle-alert'
import { useState } from 'react'
import { instant, systemClock } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { CallError, newId } from '#ui/call.ts'
import { Answered, Empty, sentenceFor } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Note, Part } from '#ui/kit/card.tsx'
import { TextBox, TextField } from '#ui/kit/field.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useNow } from '#ui/now.ts'
import { post } from '#ui/outbox.ts'
import { queries, useAsk, useCall, usePages } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { listShelters, type ShelterView } from '../contract-evacuation.ts'
import { listWalkIns, seeOff, takeIn, type WalkInView } from '../contract-walk-ins.ts'
import { walkInTexts as t } from '../parts/walk-in-messages.ts'

/** Those at whose door I may take somebody in. */
export function useMyShelters(): readonly ShelterView[] {
  const asked = useAsk(listShelters, {}, { everyMs: 60_000 })
  return (asked.data?.rows ?? []).filter(({ can }) => can.includes('takeIn'))
}

export function MyShelters() {
  const rows = useMyShelters()
  if (rows.length === 0) return null
  return (
    <Part title={t.shelters()}>
      {rows.map((one) => (
        <Shelter key={one.id} one={one} />
      ))}
    </Part>
  )
}

function Shelter({ one }: { one: ShelterView }) {
  const [doing, setDoing] = useState<'take' | 'list'>()
  const close = () => setDoing(undefined)
  return (
    <Card>
      <div>
        <h3 className="relief-address">{one.name}</h3>
        <p className="quiet">
          {one.address} · {t.beds({ inside: one.inside, free: one.free })}
        </p>
      </div>
      <div className="buttons">
        <Button look="soft" onClick={() => setDoing('take')}>
          {t.take()}
          <span className="unseen"> {one.name}</span>
        </Button>
        <Button look="plain" onClick={() => setDoing('list')}>
          {t.list()}
          <span className="unseen"> {one.name}</span>
        </Button>
      </div>
      {doing === 'take' && <TakeSheet of={one} onClose={close} />}
      {doing === 'list' && <ListSheet of={one} onClose={close} />}
    </Card>
  )
}

type Given = { of: ShelterView; onClose: () => void }
const EMPTY = { name: '', phone: '', from: '', note: '' }
const refusalOf = (error: Error): string =>
  error instanceof CallError && error.code === 'already'
    ? error.problems.length > 0
      ? t.onList()
      : t.twice()
    : sentenceFor(error)

const Refused = ({ text }: { text: string }) => (
  <Note tone="late" icon={<CircleAlert aria-hidden />}>
    <p>{text}</p>
  </Note>
)

/** Where there is no network too: it goes through the outbox and counts as of now. */
function TakeSheet({ of, onClose }: Given) {
  const [said, setSaid] = useState(EMPTY)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error>()
  const [name, from] = [said.name.trim(), said.from.trim()]
  const wrongPhone = said.phone !== '' && !/^1\d{10}$/.test(said.phone)
  const change = (to: Partial<typeof EMPTY>) => setSaid((was) => ({ ...was, ...to }))
  async function send(): Promise<void> {
    if (!name || from.length < 2 || wrongPhone) return setTried(true)
    setBusy(true)
    setError(undefined)
    const id = newId()
    const phone = said.phone === '' ? null : said.phone
    const input = { id, shelter: of.id, name, phone, from, note: said.note.trim(), at: instant(systemClock.now()) }
    const outcome = await post(takeIn, input, { title: `${t.take()} · ${name}`, photos: {}, thing: id })
    setBusy(false)
    if (outcome.state === 'refused') return setError(outcome.error)
    toast(outcome.state === 'sent' ? t.taken(outcome.output as OutputOf<typeof takeIn>) : t.kept())
    // Without a network asking again takes seconds: a form that stays open is sent twice.
    onClose()
    await refetch()
  }
  return (
    <Sheet title={t.takeAt({ name: of.name })} onClose={onClose}>
      <p className="quiet">{t.takeLead()}</p>
      <TextField
        label={t.name()}
        maxLength={40}
        value={said.name}
        onText={(text) => change({ name: text })}
        error={tried && !name ? t.needed() : undefined}
      />
      <TextField
        label={t.phone()}
        hint={t.phoneHint()}
        optional
        inputMode="numeric"
        maxLength={11}
        value={said.phone}
        onText={(text) => change({ phone: text.replace(/\D/g, '') })}
        error={tried && wrongPhone ? t.phoneWrong() : undefined}
      />
      <TextField
        label={t.from()}
        hint={t.fromHint()}
        maxLength={120}
        value={said.from}
        onText={(text) => change({ from: text })}
        error={tried && from.length < 2 ? t.needed() : undefined}
      />
      <TextBox
        label={t.note()}
        optional
        rows={2}
        maxLength={500}
        value={said.note}
        onText={(note) => change({ note })}
      />
      <div role="alert">{error && <Refused text={refusalOf(error)} />}</div>
      <Button wide busy={busy} onClick={() => void send()}>
        {t.take()}
      </Button>
    </Sheet>
  )
}

const refetch = () =>
  Promise.all([listShelters, listWalkIns].map(({ name }) => queries.invalidateQueries({ queryKey: [name] })))

function ListSheet({ of, onClose }: Given) {
  const list = usePages(listWalkIns, { shelter: of.id, limit: 200 })
  const now = useNow()
  const [leaving, setLeaving] = useState<WalkInView>()
  return (
    <Sheet title={t.listAt({ name: of.name })} onClose={onClose}>
      <p className="quiet">{t.listNote()}</p>
      <Answered asked={{ ...list, data: list.first }} rows={3}>
        {() => (
          <>
            {list.rows.length === 0 && <Empty text={t.none()} />}
            <ul className="relief-door">
              {list.rows.map((one) => (
                <li key={one.id}>
                  <div className="relief-person">
                    <strong>{one.name}</strong>
                    <span className="quiet">
                      {[one.phoneMasked, one.from, one.note, t.since({ when: moment(one.arrivedAt, now) })]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </div>
                  {one.can.includes('seeOff') &&
                    (leaving?.id === one.id ? (
                      <Leaving one={one} onDone={() => setLeaving(undefined)} />
                    ) : (
                      <Button look="plain" onClick={() => setLeaving(one)}>
                        {t.leave()}
                        <span className="unseen"> {one.name}</span>
                      </Button>
                    ))}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </Sheet>
  )
}

function Leaving({ one, onDone }: { one: WalkInView; onDone: () => void }) {
  const send = useCall(seeOff, [listShelters, listWalkIns])
  const [to, setTo] = useState('')
  const [tried, setTried] = useState(false)
  const leave = () => {
    if (to.trim() === '') return setTried(true)
    const at = instant(systemClock.now())
    send.mutate(
      { id: one.id, to: to.trim(), at },
      {
        onSuccess: () => {
          toast(t.left())
          onDone()
        },
      },
    )
  }
  return (
    <>
      <TextField
        label={t.to()}
        hint={t.toHint()}
        maxLength={120}
        value={to}
        onText={setTo}
        error={tried && to.trim() === '' ? t.needed() : undefined}
      />
      <div role="alert">{send.error && <Refused text={sentenceFor(send.error)} />}</div>
      <Button wide busy={send.isPending} onClick={leave}>
        {t.leave()}
      </Button>
    </>
  )
}
