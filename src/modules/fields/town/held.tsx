import MessagesSquare from 'lucide-react/icons/messages-square'
import { useState } from 'react'
import { getMe } from '#modules/people/contract.ts'
import { Answered } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Card, Facts, Part } from '#ui/kit/card.tsx'
import { Row, RowButton, Rows } from '#ui/kit/row.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { type HeldSubject, type HeldValue, myData } from '../contract-contests.ts'
import { fieldWords } from '../parts/messages.ts'
import { originLine } from '../parts/origin.ts'
import { useRegistry } from '../parts/value.ts'
import { Consents } from './consents.tsx'
import { ContestSheet } from './contest-sheet.tsx'
import { mineTexts as t } from './messages.ts'
import './mine.css'

type Picked = { subject: HeldSubject; row: HeldValue }

/** Which value a link leads to, as from a visit that noted it. */
export type Wanted = { subject?: string | undefined; field?: string | undefined }
const pickOf = (subjects: readonly HeldSubject[], { subject, field }: Wanted): Picked | undefined => {
  const found = subjects.find((one) => one.subject === subject)
  const row = found?.rows.find((one) => one.field === field)
  return found && row && { subject: found, row }
}

/** 我的信息: every value about me and my home, with its source; a tap says that it is wrong. */
export function Held({ wanted = {} }: { wanted?: Wanted }) {
  const asked = useAsk(myData, {})
  const [chosen, setPicked] = useState<Picked | null>()
  const picked = chosen === undefined ? pickOf(asked.data?.subjects ?? [], wanted) : chosen
  return (
    <Screen title={t.title()} up="/me">
      <p className="quiet">{t.hint()}</p>
      <Answered asked={asked} rows={5}>
        {({ subjects, consents }) => (
          <>
            {subjects.map((subject) => (
              <Part key={subject.subject} title={titleOf(subject)}>
                <Card flush>
                  <Values subject={subject} onPick={(row) => setPicked({ subject, row })} />
                </Card>
              </Part>
            ))}
            <Consents needed={consents} />
          </>
        )}
      </Answered>
      <Account />
      <Card flush>
        <Rows>
          <Row
            icon={
              <span className="tile rights">
                <MessagesSquare aria-hidden />
              </span>
            }
            title={t.contests()}
            sub={t.contestsSub()}
            to="/me/contests"
          />
        </Rows>
      </Card>
      {picked && <ContestSheet {...picked} onClose={() => setPicked(null)} />}
    </Screen>
  )
}

const titleOf = ({ role, name }: HeldSubject): string =>
  role === 'child' || role === 'member' ? t[role]({ name }) : t[role]()

/** Who one is comes before what was noted; the rest as it came. */
const FIRST = ['name', 'sex', 'born', 'phone', 'idNumber', 'relation', 'head', 'size', 'address', 'door']
const rankOf = ({ field }: HeldValue): number => {
  const at = FIRST.indexOf(field.split('.')[1] ?? '')
  return at < 0 ? FIRST.length : at
}
const byNature = (one: HeldValue, other: HeldValue): number => rankOf(one) - rankOf(other)

function Values({ subject, onPick }: { subject: HeldSubject; onPick: (row: HeldValue) => void }) {
  const now = useNow()
  const registry = useRegistry()
  if (subject.rows.length === 0) return <p className="row-body quiet">{t.nothing()}</p>
  return (
    <Rows>
      {subject.rows.toSorted(byNature).map((row) => (
        <RowButton
          key={row.field}
          onPress={() => onPick(row)}
          title={
            <span className="held-value">
              <span>{registry.name(row.field)}</span>
              <strong>{registry.say(row.field, row.value)}</strong>
            </span>
          }
          sub={<span className="held-from">{originLine(row, now)}</span>}
          state={row.contested ? <State tone="rights" text={fieldWords.contested()} boxed /> : undefined}
        />
      ))}
    </Rows>
  )
}

/** What one signs in with; the number of a document shows in part. */
function Account() {
  const asked = useAsk(getMe, {})
  return (
    <Part title={t.account()}>
      <Answered asked={asked} rows={1}>
        {(me) => (
          <Card>
            <Facts rows={[[t.idNumber(), me.idMasked ?? t.none()]]} />
          </Card>
        )}
      </Answered>
    </Part>
  )
}
