import '../parts/visits.css'
import Printer from 'lucide-react/icons/printer'
import { useEffect, useState } from 'react'
import { named } from '#kernel/messages.ts'
import { numberText } from '#modules/cases/parts/number.ts'
import { Answered, Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { useCall } from '#ui/query.tsx'
import { day, moment } from '#ui/time.ts'
import { followVisit, printSlip, type VisitView } from '../contract.ts'
import { codeText, newCode, visitNumberText } from '../parts/number.ts'
import { visitWords } from '../parts/messages.ts'
import { slipTexts as t } from './messages.ts'

/** A slip for paper: opening it makes a new code, so what is printed is the only one that opens the visit. */
export function SlipPage({ visit }: { visit: string }) {
  const making = useCall(printSlip)
  const [secret] = useState(newCode)
  const make = making.mutate
  useEffect(() => make({ id: visit as never, secret }), [make, visit, secret])
  const number = making.data?.number
  const dock = number && (
    <Button onClick={() => print()}>
      <Printer aria-hidden />
      {t.print()}
    </Button>
  )
  return (
    <Screen title={t.title()} up="/doors" dock={dock}>
      <p className="quiet">{t.making()}</p>
      <Failure error={making.error} />
      {number && <Slip number={number} secret={secret} />}
    </Screen>
  )
}

function Slip({ number, secret }: { number: string; secret: string }) {
  const asked = useAsk(followVisit, { number, secret })
  return (
    <Answered asked={asked} rows={4}>
      {(visit) => <Paper visit={visit} secret={secret} />}
    </Answered>
  )
}

function Paper({ visit, secret }: { visit: VisitView; secret: string }) {
  const now = useNow()
  return (
    <article className="slip">
      <h2>{t.heading()}</h2>
      <p className="slip-number">{visitNumberText(visit.number)}</p>
      <Qr text={`${location.origin}/town/visit/${visit.number}#${secret}`} />
      <p className="slip-code">
        {t.secret()} <strong>{codeText(secret)}</strong>
      </p>
      <p>
        {moment(visit.at, now)} · {visit.address}
        {visit.by && (
          <>
            <br />
            {t.who()}：{visit.by.name}（{visit.by.title}）
          </>
        )}
      </p>
      {visit.promises.length > 0 && (
        <section>
          <strong>{t.promised()}</strong>
          <ul>
            {visit.promises.map(({ id, text, due }) => (
              <li key={id}>
                {text} · {visitWords.due({ day: day(due, now) })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {visit.cases.length > 0 && (
        <section>
          <strong>{t.cases()}</strong>
          <ul>
            {visit.cases.map(({ id, number, kindName }) => (
              <li key={id}>
                {numberText(number)} · {named(kindName)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>{t.follow()}</p>
      <p className="quiet">{t.careful()}</p>
    </article>
  )
}

function Qr({ text }: { text: string }) {
  const [picture, setPicture] = useState<string | null>(null)
  useEffect(() => {
    let wanted = true
    void import('qrcode')
      .then(({ default: qrcode }) => qrcode.toDataURL(text, { margin: 1, width: 360 }))
      .then((url) => wanted && setPicture(url))
    return () => {
      wanted = false
    }
  }, [text])
  return <div className="qr">{picture && <img src={picture} alt={t.qr()} />}</div>
}
