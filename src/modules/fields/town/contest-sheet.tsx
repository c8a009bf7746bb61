import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { listPurposes } from '#modules/consents/contract.ts'
import { newId } from '#ui/call.ts'
import { Failure } from '#ui/kit/answer.tsx'
import { Button, GoButton } from '#ui/kit/button.tsx'
import { Facts } from '#ui/kit/card.tsx'
import { TextBox } from '#ui/kit/field.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { day } from '#ui/time.ts'
import {
  type ContestId,
  contestValue,
  type HeldSubject,
  type HeldValue,
  householdCard,
  myContests,
  myData,
} from '../contract-contests.ts'
import type { Value } from '../contract.ts'
import { ValueInput } from '../field/input.tsx'
import { fieldWords } from '../parts/messages.ts'
import { sourceText, useRegistry } from '../parts/value.ts'
import { mineTexts as t } from './messages.ts'

type Picked = { subject: HeldSubject; row: HeldValue; onClose: () => void }

/** One value with everything known of it, and the way to say that it is wrong. */
export function ContestSheet({ subject, row, onClose }: Picked) {
  const registry = useRegistry()
  const [contesting, setContesting] = useState(false)
  return (
    <Sheet title={registry.name(row.field)} onClose={onClose}>
      <p className="case-title">{registry.say(row.field, row.value)}</p>
      {contesting ? <Contesting subject={subject} row={row} onClose={onClose} /> : <Known row={row} />}
      {row.contested && <GoButton to="/me/contests">{t.see()}</GoButton>}
      {!row.contested && !contesting && (
        <Button look="soft" wide onClick={() => setContesting(true)}>
          {t.wrong()}
        </Button>
      )}
    </Sheet>
  )
}

function Known({ row }: { row: HeldValue }) {
  const now = useNow()
  const purposes = useAsk(listPurposes, {})
  const used = row.purposes.map((key) => {
    const found = purposes.data?.rows.find((one) => one.key === key)
    return found ? named(found.name) : key
  })
  return (
    <Facts
      rows={[
        [t.from(), row.source ? sourceText(row.source) : t.unknown()],
        [t.by(), row.by ? named(row.by) : row.source === 'self' ? t.byMe() : t.unknown()],
        [t.day(), row.day ? day(row.day, now) : t.unknown()],
        [t.certainty(), row.certainty ? fieldWords[row.certainty]() : t.unknown()],
        [t.used(), used.join(fieldWords.comma())],
      ]}
    />
  )
}

/** A relation is seen from the head; a number is said where documents are kept. */
const UNSAID = new Set<string>(['person.relation', 'person.idNumber'])

function Contesting({ subject, row, onClose }: Picked) {
  const registry = useRegistry()
  const definition = registry.get(row.field)
  const [says, setSays] = useState<Value>()
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const contest = useCall(contestValue, [myData, myContests, householdCard])
  const send = () => {
    setTried(true)
    if (why.trim().length < 2) return
    contest.mutate(
      {
        id: newId() as ContestId,
        subjectKind: subject.kind,
        subject: subject.subject,
        field: row.field,
        says: says ?? null,
        why,
      },
      {
        onSuccess: () => {
          toast(t.sent())
          onClose()
        },
      },
    )
  }
  return (
    <>
      <p className="quiet">{t.promise()}</p>
      {definition && !UNSAID.has(definition.key) && (
        <ValueInput
          definition={{ ...definition, name: { zh: t.what(), en: t.what() } }}
          value={says}
          onValue={setSays}
          wrong={false}
        />
      )}
      <TextBox
        label={t.why()}
        hint={t.whyHint()}
        value={why}
        onText={setWhy}
        rows={3}
        maxLength={300}
        error={tried && why.trim().length < 2 ? t.whyHint() : undefined}
      />
      <Failure error={contest.error} />
      <Button wide busy={contest.isPending} onClick={send}>
        {t.send()}
      </Button>
    </>
  )
}
