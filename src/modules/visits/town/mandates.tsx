import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { dayOf, systemClock } from '#kernel/clock.ts'
import { newId } from '#ui/call.ts'
import { Answered, Failure } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button, GoButton } from '#ui/kit/button.tsx'
import { Card, Part } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { day, moment } from '#ui/time.ts'
import { endMandate, giveMandate, type Mandate, myMandates } from '../contract-mandates.ts'
import { mandateTexts as words } from '../field/messages.ts'
import { isWhole, MandateFields, type MandateForm } from '../parts/mandate-fields.tsx'
import { visitWords } from '../parts/messages.ts'
import { mandateTexts as t } from './messages.ts'

/** Who may act for me, for what, until when; and what was done under it. */
export function Mandates() {
  const asked = useAsk(myMandates, {})
  const [giving, setGiving] = useState(false)
  const dock = (
    <Button onClick={() => setGiving(true)}>
      <Plus aria-hidden />
      {t.add()}
    </Button>
  )
  return (
    <Screen title={t.title()} up="/visits" dock={dock}>
      <p className="quiet">{t.lead()}</p>
      <Answered asked={asked} rows={3}>
        {({ rows }) => {
          const held = rows.filter(({ side }) => side === 'held')
          return (
            <>
              <Side title={t.given()} rows={rows.filter(({ side }) => side === 'given')} />
              {held.length > 0 && <Side title={t.held()} rows={held} />}
            </>
          )
        }}
      </Answered>
      {giving && <GiveSheet onClose={() => setGiving(false)} />}
    </Screen>
  )
}

const Side = ({ title, rows }: { title: string; rows: readonly Mandate[] }) => (
  <Part title={title}>
    {rows.length === 0 && (
      <Card>
        <p className="quiet">{t.none()}</p>
      </Card>
    )}
    {rows.map((mandate) => (
      <One key={mandate.id} mandate={mandate} />
    ))}
  </Part>
)

function One({ mandate }: { mandate: Mandate }) {
  const now = useNow()
  const ending = useCall(endMandate, [myMandates])
  const { id, side, who, matters, until, ended, witness, uses } = mandate
  return (
    <Card>
      <strong>{who}</strong>
      <p>{matters.map((matter) => words[matter]()).join(visitWords.comma())}</p>
      <State tone={ended ? 'void' : 'done'} text={ended ? t.ended() : t.live({ day: day(until, now) })} />
      {witness && <p className="quiet">{t.paper({ who: witness.name })}</p>}
      <p className="quiet">{uses.length === 0 ? t.usesNone() : `${t.uses()}：`}</p>
      {uses.length > 0 && (
        <ul className="stack">
          {uses.map(({ at, matter, what }) => (
            <li key={`${at} ${matter}`}>
              {moment(at, now)} · {useText(matter, what)}
            </li>
          ))}
        </ul>
      )}
      {side === 'given' && matters.includes('see') && <p className="quiet">{t.looks()}</p>}
      <Failure error={ending.error} />
      {!ended && (
        <div className="buttons">
          {side === 'held' && matters.includes('see') && (
            <GoButton to="/visits" search={{ mandate: id }}>
              {t.see()}
            </GoButton>
          )}
          <Button
            look="plain"
            busy={ending.isPending}
            onClick={() => ending.mutate({ id }, { onSuccess: () => toast(t.ended()) })}
          >
            {side === 'given' ? t.end() : t.endHeld()}
          </Button>
        </div>
      )}
    </Card>
  )
}

const useText = (matter: Mandate['matters'][number], what: string): string => {
  if (matter === 'see') return t.use_see()
  if (matter === 'ask') return t.use_ask({ what })
  return what === 'confirmed' ? t.use_promises_confirmed() : t.use_promises_disputed()
}

function GiveSheet({ onClose }: { onClose: () => void }) {
  const [form, setForm] = useState<MandateForm>({
    name: '',
    phone: '',
    matters: ['see'],
    until: dayOf(systemClock.now() + 180 * 86_400_000),
  })
  const [tried, setTried] = useState(false)
  const sending = useCall(giveMandate, [myMandates])
  const send = () => {
    if (!isWhole(form)) return setTried(true)
    sending.mutate({ id: newId() as never, ...form }, { onSuccess: () => (toast(t.saved()), onClose()) })
  }
  return (
    <Sheet title={t.add()} onClose={onClose}>
      <MandateFields form={form} onForm={setForm} tried={tried} />
      <Failure error={sending.error} />
      <Button wide busy={sending.isPending} onClick={send}>
        {t.save()}
      </Button>
    </Sheet>
  )
}
