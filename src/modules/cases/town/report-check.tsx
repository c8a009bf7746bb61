import { useState } from 'react'
import { instant, systemClock } from '#kernel/clock.ts'
import { call, CallError, newId, upload } from '#ui/call.ts'
import { keep, useKept } from '#ui/kept.ts'
import { Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card } from '#ui/kit/card.tsx'
import { Go } from '#ui/kit/go.tsx'
import { goTo } from '#ui/route.tsx'
import { said } from '#ui/messages.ts'
import { blobOf } from '#ui/photo.ts'
import { reportCase } from '../contract.ts'
import { type Draft, DRAFT, keepReport, newDraft } from './drafts.ts'
import { reportTexts as t } from './messages.ts'
import { Asking } from './report-frame.tsx'
import { ENOUGH } from './report-what.tsx'

export function ReportCheck({ account }: { account: string | null }) {
  const [draft, change] = useKept<Draft>(DRAFT, newDraft)
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  async function send() {
    setSending(true)
    setError(null)
    try {
      const number = await sendReport(draft, change, account !== null)
      goTo(`/sent/${number}`, { replace: true })
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
      setError(problem)
    }
    setSending(false)
  }
  const unsent = draft.photos.filter(({ state }) => state !== 'sent').length
  const complete = draft.description.trim().length >= ENOUGH && draft.place !== null
  const dock = (
    <Button busy={sending} onClick={() => (complete ? void send() : goTo(draft.place ? '/report' : '/report/where'))}>
      {t.submit()}
    </Button>
  )
  return (
    <Asking no={4} question={t.check()} dock={dock}>
      <Failure error={error} />
      <Checked draft={draft} account={account} />
      {unsent > 0 && <p className="quiet">{t.photosWait({ count: unsent })}</p>}
      <Button
        look="plain"
        onClick={() => {
          keep(DRAFT, undefined)
          goTo('/', { replace: true })
        }}
      >
        {t.clear()}
      </Button>
    </Asking>
  )
}

function Checked({ draft, account }: { draft: Draft; account: string | null }) {
  const rows = [
    { name: t.rowWhat(), value: draft.description, to: '/report' },
    { name: t.rowKind(), value: draft.kindName ?? t.unknown(), to: '/report' },
    { name: t.rowPhotos(), value: t.photoCount({ count: draft.photos.length }), to: '/report' },
    {
      name: t.rowWhere(),
      value: [draft.place?.name, draft.address].filter(Boolean).join('，') || '—',
      to: '/report/where',
    },
    { name: t.rowPhone(), value: account ?? (draft.phone || t.notLeft()), to: '/report/who' },
  ]
  return (
    <Card>
      <dl className="facts">
        {rows.map(({ name, value, to }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="facts-said">{value}</dd>
            <dd className="facts-change">
              <Go to={to} className="link" label={t.change({ what: name })}>
                {said.edit()}
              </Go>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

type Change = (make: (was: Draft) => Draft) => void

/** Sends what is left of the photos, then the report under the draft's own key: again is the same report. */
async function sendReport(draft: Draft, change: Change, account: boolean): Promise<string> {
  for (const photo of draft.photos)
    if (photo.state !== 'sent' && photo.data) {
      await upload(blobOf(photo.data), { id: photo.id })
      const sent = { ...photo, state: 'sent' as const, data: null }
      change((was) => ({ ...was, photos: was.photos.map((one) => (one.id === photo.id ? sent : one)) }))
    }
  const received = await sendOnce(draft, change, account)
  keepReport({
    id: received.id,
    number: received.number,
    secret: draft.secret,
    title: draft.description.trim().slice(0, 30),
    at: instant(systemClock.now()),
    desk: received.desk,
    insideGrid: received.insideGrid,
  })
  keep(DRAFT, undefined)
  return received.number
}

async function sendOnce(draft: Draft, change: Change, account: boolean) {
  const input = draft.unanswered ?? inputOf(draft, account)
  change((was) => ({ ...was, unanswered: input }))
  try {
    return await call(reportCase, input, draft.key)
  } catch (error) {
    // Refused is an answer: nothing was reported, and changed words need another key.
    const answered = error instanceof CallError && error.code !== 'offline' && error.code !== 'unavailable'
    if (answered) change((was) => ({ ...was, unanswered: null, key: newId() }))
    throw error
  }
}

const inputOf = (draft: Draft, account: boolean): InputOf => ({
  id: draft.id,
  secret: draft.secret,
  channel: 'town',
  kind: draft.kind,
  description: draft.description.trim(),
  address: draft.address.trim() || null,
  position: draft.position && { ...draft.position, crs: 'wgs84' },
  place: draft.place?.code || null,
  files: draft.photos.map(({ id }) => id),
  reporter: account ? null : { name: draft.name.trim() || null, phone: draft.phone || null },
  capturedAt: instant(systemClock.now()),
})
type InputOf = NonNullable<Draft['unanswered']>
