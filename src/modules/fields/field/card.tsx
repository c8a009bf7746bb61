import Eye from 'lucide-react/icons/eye'
import Hand from 'lucide-react/icons/hand'
import { useState } from 'react'
import { Answered } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button, GoButton } from '#ui/kit/button.tsx'
import { Card, Note, Part } from '#ui/kit/card.tsx'
import { RowButton, Rows } from '#ui/kit/row.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useLive } from '#ui/query.tsx'
import type { OutputOf } from '#kernel/contract.ts'
import { careCard, type HeldSubject, type HeldValue, householdCard, minorCard } from '../contract-contests.ts'
import { fieldWords } from '../parts/messages.ts'
import { originLine } from '../parts/origin.ts'
import { relationText, useRegistry } from '../parts/value.ts'
import { ContestSheet } from '../town/contest-sheet.tsx'
import '../town/mine.css'
import { cardTexts as t } from './card-messages.ts'
import { PaperConsents } from './paper.tsx'

type Shown = OutputOf<typeof householdCard>
type Picked = { subject: HeldSubject; row: HeldValue }

/** 户情卡: what others know of a household, for who answers for it: source, date, how fresh, and what is contested. */
export function HouseholdCard({ household }: { household: string }) {
  const asked = useAsk(householdCard, { household })
  useLive('fields.', [householdCard])
  return <Answered asked={asked}>{(card) => <Whole card={card} />}</Answered>
}

function Whole({ card }: { card: Shown }) {
  const [picked, setPicked] = useState<Picked>()
  const fill = (
    <GoButton to={`/forms/household/${card.household}`} wide>
      {t.fill()}
    </GoButton>
  )
  return (
    <Screen title={t.of({ name: card.name })} sub={card.address ?? undefined} up="/forms" dock={fill}>
      <Note tone="rights" icon={<Eye aria-hidden />}>
        {t.seen()}
      </Note>
      {card.subjects
        .filter(({ rows }) => rows.length > 0)
        .map((subject) => (
          <Part
            key={subject.subject}
            title={titleOf(subject)}
            aside={subject.relation ? relationText(subject.relation) : undefined}
          >
            <Values subject={subject} onPick={(row) => setPicked({ subject, row })} />
          </Part>
        ))}
      {card.care && (
        <Sensitive
          contract={careCard}
          household={card.household}
          title={t.care()}
          why={t.careWhy()}
          onPick={setPicked}
        />
      )}
      {card.minors && (
        <Sensitive
          contract={minorCard}
          household={card.household}
          title={t.minors()}
          why={t.minorsWhy()}
          onPick={setPicked}
        />
      )}
      <PaperConsents card={card} />
      {card.withheld > 0 && <p className="quiet">{t.withheld({ n: card.withheld })}</p>}
      {picked && <ContestSheet {...picked} onClose={() => setPicked(undefined)} />}
    </Screen>
  )
}

const titleOf = ({ role, name }: HeldSubject): string =>
  role === 'household' || role === 'dwelling' ? t[role]() : name

/** Stand above the rows already. */
const ABOVE = new Set<string>(['person.name', 'person.relation'])

function Values({ subject, onPick }: { subject: HeldSubject; onPick: (row: HeldValue) => void }) {
  const now = useNow()
  const registry = useRegistry()
  return (
    <Card flush>
      <Rows>
        {subject.rows
          .filter(({ field }) => !ABOVE.has(field))
          .map((row) => (
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
              state={<Marks row={row} />}
            />
          ))}
      </Rows>
    </Card>
  )
}

const Marks = ({ row }: { row: HeldValue }) =>
  row.contested ? (
    <State tone="rights" text={fieldWords.contested()} boxed />
  ) : row.stale ? (
    <State tone="soon" text={fieldWords.stale()} />
  ) : null

type SensitiveProps = {
  contract: typeof careCard | typeof minorCard
  household: string
  title: string
  why: string
  onPick: (picked: Picked) => void
}
/** Closed until somebody says that it is needed: opening it is a read of its own. */
function Sensitive({ contract, household, title, why, onPick }: SensitiveProps) {
  const [opened, setOpened] = useState(false)
  const asked = useAsk(contract, { household }, { when: opened })
  return (
    <Part title={title}>
      <Note tone="rights" icon={<Hand aria-hidden />}>
        {why}
      </Note>
      {opened ? (
        <Answered asked={asked} rows={1}>
          {({ subjects }) =>
            subjects.map((subject) => (
              <Part key={subject.subject} title={subject.name}>
                <Values subject={subject} onPick={(row) => onPick({ subject, row })} />
              </Part>
            ))
          }
        </Answered>
      ) : (
        <Button look="soft" onClick={() => setOpened(true)}>
          {t.openIt()}
        </Button>
      )}
    </Part>
  )
}
