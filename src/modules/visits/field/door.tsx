import FileSignature from 'lucide-react/icons/file-pen-line'
import Printer from 'lucide-react/icons/printer'
import { useState } from 'react'
import { nearName } from '#modules/cases/parts/near.ts'
import { numberText } from '#modules/cases/parts/number.ts'
import { relationText } from '#modules/fields/parts/value.ts'
import { newId } from '#ui/call.ts'
import { Answered, Failure } from '#ui/kit/answer.tsx'
import { Button, GoButton } from '#ui/kit/button.tsx'
import { Card, Facts, Part } from '#ui/kit/card.tsx'
import { TextBox } from '#ui/kit/field.tsx'
import { Go } from '#ui/kit/go.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { day, moment } from '#ui/time.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { aDoor, declineRequest, type NoteView, raiseNote, todaysDoors, type VisitView } from '../contract.ts'
import { Passed, Promised, Said } from '../parts/told.tsx'
import { visitWords } from '../parts/messages.ts'
import { Reasons } from './doors.tsx'
import { doorTexts as t } from './messages.ts'
import { SettleButtons } from './promises.tsx'

type Door = OutputOf<typeof aDoor>

/** Before one knocks: who lives there, why today, what was promised, what was said last. */
export function DoorPage({ household }: { household: string }) {
  const asked = useAsk(aDoor, { household })
  const dock = asked.data && <GoButton to={`/visit/${household}`}>{t.start()}</GoButton>
  return (
    <Screen
      title={asked.data?.address || ''}
      sub={asked.data && nearName(asked.data.placeName)}
      up="/doors"
      dock={dock}
    >
      <Answered asked={asked} rows={5}>
        {(door) => <Body door={door} />}
      </Answered>
    </Screen>
  )
}

function Body({ door }: { door: Door }) {
  return (
    <>
      {door.reasons.length > 0 && (
        <Part title={t.why()}>
          <Card>
            <Reasons reasons={door.reasons} />
            {door.request && <Wish door={door} />}
          </Card>
        </Part>
      )}
      <Part title={t.members()} aside={<MandateLink door={door} />}>
        <Members door={door} />
      </Part>
      {door.promises.length > 0 && (
        <Part title={t.promisesHere()}>
          <Card>
            {door.promises.map((promise) => (
              <Promised key={promise.id} promise={promise}>
                <SettleButtons promise={promise} />
              </Promised>
            ))}
          </Card>
        </Part>
      )}
      <Part title={t.last()}>
        {door.visits.length === 0 && (
          <Card>
            <p className="quiet">{t.lastNone()}</p>
          </Card>
        )}
        {door.visits.map((visit) => (
          <Earlier key={visit.id} visit={visit} />
        ))}
      </Part>
    </>
  )
}

function Members({ door }: { door: Door }) {
  const now = useNow()
  return (
    <Card>
      <Facts
        rows={door.members.map(({ id, name, relation }) => [
          relation ? relationText(relation) : '',
          <span key={id}>{name}</span>,
        ])}
      />
      {door.since && <p className="quiet">{t.since({ day: day(door.since, now) })}</p>}
      {door.answerers.length > 0 && (
        <p className="quiet">
          {t.answerers()}：
          {door.answerers.map(({ name, title }) => (title ? `${name}（${title}）` : name)).join(visitWords.comma())}
        </p>
      )}
    </Card>
  )
}

const MandateLink = ({ door }: { door: Door }) =>
  door.members.length > 0 ? (
    <Go to={`/door/${door.household}/mandate`} className="link">
      <FileSignature aria-hidden size={18} /> {t.mandate()}
    </Go>
  ) : null

function Wish({ door: { household, request } }: { door: Door }) {
  const [open, setOpen] = useState(false)
  const [answer, setAnswer] = useState('')
  const sending = useCall(declineRequest, [aDoor, todaysDoors])
  if (!request) return null
  const send = () =>
    sending.mutate({ id: request.id, answer }, { onSuccess: () => (toast(t.declined()), setOpen(false)) })
  return (
    <>
      <Button look="plain" onClick={() => setOpen(true)}>
        {t.decline()}
      </Button>
      {open && (
        <Sheet title={t.decline()} onClose={() => setOpen(false)} key={household}>
          <TextBox label={t.declineWhy()} rows={3} maxLength={400} value={answer} onText={setAnswer} />
          <Failure error={sending.error} />
          <Button wide busy={sending.isPending} onClick={send}>
            {t.decline()}
          </Button>
        </Sheet>
      )}
    </>
  )
}

/** A visit of before; a note that went nowhere yet can be passed on with one tap. */
export function Earlier({ visit }: { visit: VisitView }) {
  const now = useNow()
  const raisedWithNote = new Set(visit.notes.flatMap(({ became }) => became?.id ?? []))
  return (
    <Card>
      <div className="case-head">
        <div>
          <strong>{moment(visit.at, now)}</strong>
          <p className="quiet">
            {[visitWords[visit.outcome](), visit.by && `${visit.by.name} · ${visit.by.title}`]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <Go to={`/slip/${visit.id}`} className="link">
          <Printer aria-hidden size={18} /> {t.slip()}
        </Go>
      </div>
      {visit.notes.map((note) => (
        <Said key={note.id} note={note}>
          {!note.became && note.text && <Raise note={note} />}
        </Said>
      ))}
      {visit.cases
        .filter(({ id }) => !raisedWithNote.has(id))
        .map((one) => (
          <Passed key={one.id} became={one} to={`/case/${one.id}`} />
        ))}
    </Card>
  )
}

function Raise({ note }: { note: NoteView }) {
  const sending = useCall(raiseNote, [aDoor])
  const raise = (as: 'case' | 'suggestion') =>
    sending.mutate(
      { id: newId() as never, note: note.id, secret: newId().replaceAll('-', ''), as, kind: null },
      { onSuccess: ({ number }) => toast(t.raised({ number: numberText(number) })) },
    )
  return (
    <>
      <div className="buttons">
        <Button look="soft" busy={sending.isPending} onClick={() => raise('case')}>
          {t.raise()}
        </Button>
        <Button look="plain" busy={sending.isPending} onClick={() => raise('suggestion')}>
          {t.suggest()}
        </Button>
      </div>
      <Failure error={sending.error} />
    </>
  )
}
