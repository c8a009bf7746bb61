import HandHeart from 'lucide-react/icons/hand-heart'
import { useState } from 'react'
import { nearName } from '#modules/cases/parts/near.ts'
import { dayOf, systemClock } from '#kernel/clock.ts'
import { newId } from '#ui/call.ts'
import { Answered, Empty, Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card } from '#ui/kit/card.tsx'
import { Picks, TextBox, TextField } from '#ui/kit/field.tsx'
import { Go } from '#ui/kit/go.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { Tabs } from '#ui/kit/tabs.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useAsk, useCall, useLive } from '#ui/query.tsx'
import { aDoor, listPromises, type PromiseView, settlePromise, todaysDoors } from '../contract.ts'
import { Promised } from '../parts/told.tsx'
import { flowTexts, promiseTexts as t } from './messages.ts'

/** My word, by the day on which it is due. */
export function MyPromises() {
  const [view, setView] = useState<'open' | 'closed'>('open')
  const asked = useAsk(listPromises, { mine: true, open: view === 'open', limit: 100 })
  useLive('visits.', [listPromises])
  return (
    <Screen title={t.title()} up="/doors">
      <Tabs
        label={t.title()}
        chosen={view}
        onChoose={setView}
        tabs={[
          { key: 'open', text: t.open() },
          { key: 'closed', text: t.closed() },
        ]}
      />
      <Answered asked={asked} rows={4}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Card>
              <Empty icon={<HandHeart aria-hidden />} text={t.none()} />
            </Card>
          ) : (
            rows.map((promise) => (
              <Card key={promise.id}>
                <Go to={`/door/${promise.household}`} className="link">
                  {promise.address || nearName(promise.placeName)}
                </Go>
                <Promised promise={promise}>
                  <SettleButtons promise={promise} />
                </Promised>
              </Card>
            ))
          )
        }
      </Answered>
    </Screen>
  )
}

export function SettleButtons({ promise }: { promise: PromiseView }) {
  const [saying, setSaying] = useState<'kept' | 'broken' | null>(null)
  if (!promise.can.includes('keep') && !promise.can.includes('break')) return null
  return (
    <div className="buttons">
      {promise.can.includes('keep') && <Button onClick={() => setSaying('kept')}>{t.kept()}</Button>}
      {promise.can.includes('break') && (
        <Button look="plain" onClick={() => setSaying('broken')}>
          {t.broken()}
        </Button>
      )}
      {saying && <SettleSheet promise={promise} kept={saying === 'kept'} onClose={() => setSaying(null)} />}
    </div>
  )
}

type Other = { on: boolean; text: string; due: string }

function SettleSheet({ promise, kept, onClose }: { promise: PromiseView; kept: boolean; onClose: () => void }) {
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const [other, setOther] = useState<Other>({ on: false, text: '', due: dayOf(systemClock.now() + 7 * 86_400_000) })
  const sending = useCall(settlePromise, [listPromises, aDoor, todaysDoors])
  const short = !kept && text.trim().length < 4
  const send = () => {
    if (short) return setTried(true)
    const instead =
      other.on && other.text.trim().length > 1
        ? { id: newId() as never, text: other.text.trim(), due: other.due }
        : null
    sending.mutate(
      { id: promise.id, kept, text: text.trim(), instead },
      { onSuccess: () => (toast(t.done()), onClose()) },
    )
  }
  return (
    <Sheet title={kept ? t.kept() : t.broken()} onClose={onClose}>
      <p>
        <strong>{promise.text}</strong>
      </p>
      <TextBox
        label={kept ? t.keptWhat() : t.brokenWhy()}
        optional={kept}
        rows={3}
        maxLength={400}
        value={text}
        onText={setText}
        error={tried && short ? t.brokenMust() : undefined}
      />
      {!kept && (
        <Picks
          label={t.other()}
          value={other.on ? 'yes' : 'no'}
          onText={(value) => setOther({ ...other, on: value === 'yes' })}
          choices={[
            { value: 'no', text: flowTexts.no() },
            { value: 'yes', text: flowTexts.yes() },
          ]}
        />
      )}
      {!kept && other.on && (
        <>
          <TextField
            label={flowTexts.promise()}
            maxLength={200}
            value={other.text}
            onText={(words) => setOther({ ...other, text: words })}
          />
          <TextField
            label={flowTexts.promiseDay()}
            type="date"
            min={dayOf(systemClock.now())}
            value={other.due}
            onText={(due) => setOther({ ...other, due })}
          />
        </>
      )}
      <Failure error={sending.error} />
      <Button wide busy={sending.isPending} onClick={send}>
        {kept ? t.kept() : t.broken()}
      </Button>
    </Sheet>
  )
}
