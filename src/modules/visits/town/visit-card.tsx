import '../parts/visits.css'
import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Part } from '#ui/kit/card.tsx'
import { TextBox } from '#ui/kit/field.tsx'
import { Go } from '#ui/kit/go.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useNow } from '#ui/now.ts'
import { useCall } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { answerPromise, followVisit, ourVisits, type PromiseView, type VisitView } from '../contract.ts'
import { Passed, Promised, Said } from '../parts/told.tsx'
import { visitNumberText } from '../parts/number.ts'
import { visitWords } from '../parts/messages.ts'
import { ourTexts as t } from './messages.ts'

/** With what somebody opened it: an account, a slip, or a mandate. */
export type Opened = { secret?: string; mandate?: string }

/** One visit as the household reads it: all that was noted, and what came of each. */
export function VisitCard({ visit, by }: { visit: VisitView; by: Opened }) {
  const now = useNow()
  const withNote = new Set(visit.notes.flatMap(({ became }) => became?.id ?? []))
  const others = visit.cases.filter(({ id }) => !withNote.has(id))
  const own = !by.secret && !by.mandate
  return (
    <Part title={moment(visit.at, now)}>
      <Card>
        <p>
          {visit.by && (
            <strong>
              {visit.by.name}（{visit.by.title}）
            </strong>
          )}{' '}
          {visitWords[visit.outcome]()}
          <br />
          <span className="quiet">{visitWords.number({ number: visitNumberText(visit.number) })}</span>
        </p>
        {visit.notes.map((note) => (
          <Said key={note.id} note={note} secret={by.secret} />
        ))}
        {others.map((one) => (
          <Passed key={one.id} became={one} />
        ))}
        {visit.updated.length > 0 && <Updated visit={visit} own={own} />}
      </Card>
      {visit.promises.length > 0 && (
        <Card>
          {visit.promises.map((promise) => (
            <Promised key={promise.id} promise={promise}>
              <Answer promise={promise} by={by} />
            </Promised>
          ))}
        </Card>
      )}
    </Part>
  )
}

/** What was entered about the household, and where it is contested. */
const Updated = ({ visit, own }: { visit: VisitView; own: boolean }) => (
  <div>
    <p>
      {visitWords.updated()}：{visit.updated.map(({ name }) => named(name)).join(visitWords.comma())}
    </p>
    {visit.updated.some(({ conflict }) => conflict) && <p className="quiet">{visitWords.conflict()}</p>}
    {own &&
      visit.updated.map(({ subject, field, name }) => (
        <Go key={`${subject} ${field}`} to="/me/held" search={{ subject, field }} className="link">
          {t.contest({ what: named(name) })}
        </Go>
      ))}
  </div>
)

function Answer({ promise, by }: { promise: PromiseView; by: Opened }) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const sending = useCall(answerPromise, [ourVisits, followVisit])
  const send = (kept: boolean) => {
    if (!kept && text.trim().length < 2) return setTried(true)
    sending.mutate(
      { id: promise.id, kept, text: kept ? '' : text.trim(), ...by, mandate: by.mandate as never },
      { onSuccess: () => (toast(kept ? t.confirmed() : t.disputed()), setOpen(false)) },
    )
  }
  if (promise.can.length === 0) return null
  return (
    <>
      <div className="buttons">
        {promise.can.includes('confirm') && (
          <Button busy={sending.isPending} onClick={() => send(true)}>
            {t.confirm()}
          </Button>
        )}
        {promise.can.includes('dispute') && (
          <Button look="plain" onClick={() => setOpen(true)}>
            {t.dispute()}
          </Button>
        )}
      </div>
      <Failure error={open ? null : sending.error} />
      {open && (
        <Sheet title={t.dispute()} onClose={() => setOpen(false)}>
          <p>
            <strong>{promise.text}</strong>
          </p>
          <TextBox
            label={t.disputeWhat()}
            rows={3}
            maxLength={400}
            value={text}
            onText={setText}
            error={tried && text.trim().length < 2 ? t.disputeMust() : undefined}
          />
          <Failure error={sending.error} />
          <Button wide busy={sending.isPending} onClick={() => send(false)}>
            {t.dispute()}
          </Button>
        </Sheet>
      )}
    </>
  )
}
