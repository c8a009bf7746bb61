import ChevronRight from 'lucide-react/icons/chevron-right'
import DoorOpen from 'lucide-react/icons/door-open'
import FilePenLine from 'lucide-react/icons/file-pen-line'
import UserCheck from 'lucide-react/icons/user-check'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { newId } from '#ui/call.ts'
import { Answered, Empty, Failure } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Note } from '#ui/kit/card.tsx'
import { TextBox } from '#ui/kit/field.tsx'
import { Go } from '#ui/kit/go.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import { askVisit, followVisit, ourVisits, withdrawRequest } from '../contract.ts'
import { myMandates } from '../contract-mandates.ts'
import { visitNumberText } from '../parts/number.ts'
import { ourTexts as t } from './messages.ts'
import { VisitCard } from './visit-card.tsx'

/** `mandate`: for somebody else, under the mandate of that id. */
export function OurVisits({ mandate }: { mandate: string | undefined }) {
  const asked = useAsk(ourVisits, { limit: 30, ...(mandate ? { mandate: mandate as never } : {}) })
  const [asking, setAsking] = useState(false)
  const waiting = asked.data?.requests.some(({ state }) => state === 'open') ?? false
  const dock = !waiting && (
    <Button onClick={() => setAsking(true)}>
      <DoorOpen aria-hidden />
      {t.ask()}
    </Button>
  )
  return (
    <Screen title={t.title()} up="/" dock={dock}>
      {mandate ? <ActingFor mandate={mandate} /> : <p className="quiet">{t.lead()}</p>}
      <Answered asked={asked} rows={5}>
        {({ rows, requests }) => (
          <>
            {!mandate && requests.length > 0 && <Wishes requests={requests} />}
            {rows.length === 0 && (
              <Card>
                <Empty icon={<DoorOpen aria-hidden />} text={t.none()} />
              </Card>
            )}
            {rows.map((visit) => (
              <VisitCard key={visit.id} visit={visit} by={mandate ? { mandate } : {}} />
            ))}
          </>
        )}
      </Answered>
      {!mandate && (
        <Card flush>
          <Go to="/me/mandates" className="looked">
            <FilePenLine aria-hidden />
            <span>
              <strong>{t.mandates()}</strong>
              <br />
              {t.mandatesSub()}
            </span>
            <ChevronRight aria-hidden />
          </Go>
        </Card>
      )}
      {asking && <AskSheet mandate={mandate} onClose={() => setAsking(false)} />}
    </Screen>
  )
}

function ActingFor({ mandate }: { mandate: string }) {
  const mine = useAsk(myMandates, {})
  const who = mine.data?.rows.find(({ id }) => id === mandate)?.who
  return who ? (
    <Note tone="rights" icon={<UserCheck aria-hidden />}>
      <p>{t.acting({ who })}</p>
    </Note>
  ) : null
}

type Wish = OutputOf<typeof ourVisits>['requests'][number]

/** What is waiting, and the newest answer. */
function Wishes({ requests }: { requests: readonly Wish[] }) {
  const shown = requests.filter(({ state }, at) => state === 'open' || (at === 0 && state === 'declined'))
  const taking = useCall(withdrawRequest, [ourVisits])
  if (shown.length === 0) return null
  return (
    <Card>
      {shown.map(({ id, text, state, answer }) => (
        <div key={id} className="visit-promise">
          <strong>{t.askedOpen({ text })}</strong>
          {state === 'open' && (
            <>
              <State tone="work" text={t.askedWait()} />
              <Button
                look="plain"
                busy={taking.isPending}
                onClick={() => taking.mutate({ id }, { onSuccess: () => toast(t.withdrawn()) })}
              >
                {t.withdraw()}
              </Button>
            </>
          )}
          {answer && <p className="said public">{t.answer({ text: answer })}</p>}
        </div>
      ))}
      <Failure error={taking.error} />
    </Card>
  )
}

function AskSheet({ mandate, onClose }: { mandate: string | undefined; onClose: () => void }) {
  const [text, setText] = useState('')
  const sending = useCall(askVisit, [ourVisits])
  const send = () =>
    sending.mutate(
      { id: newId() as never, text: text.trim(), ...(mandate ? { mandate: mandate as never } : {}) },
      { onSuccess: () => (toast(t.asked()), onClose()) },
    )
  return (
    <Sheet title={t.ask()} onClose={onClose}>
      <TextBox
        label={t.askWhat()}
        placeholder={t.askExample()}
        rows={3}
        maxLength={400}
        value={text}
        onText={setText}
      />
      <Failure error={sending.error} />
      <Button wide busy={sending.isPending} onClick={send}>
        {t.askSend()}
      </Button>
    </Sheet>
  )
}

/** By the slip: number in the address, code behind the #, which browsers send to no server. */
export function FollowedVisit({ number }: { number: string }) {
  const [secret] = useState(() => location.hash.slice(1))
  const asked = useAsk(followVisit, { number, secret })
  return (
    <Screen title={`${t.followTitle()} ${visitNumberText(number)}`} up="/">
      {asked.error?.code === 'not_found' ? (
        <Card>
          <Empty icon={<DoorOpen aria-hidden />} text={t.followNo()} />
          <p className="quiet">{t.followHint()}</p>
        </Card>
      ) : (
        <Answered asked={asked} rows={4}>
          {(visit) => <VisitCard visit={visit} by={{ secret }} />}
        </Answered>
      )}
    </Screen>
  )
}
