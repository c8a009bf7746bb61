import UserRound from 'lucide-react/icons/user-round'
import Users from 'lucide-react/icons/users'
import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { newId } from '#ui/call.ts'
import { Answered, Empty, Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card } from '#ui/kit/card.tsx'
import { TextField } from '#ui/kit/field.tsx'
import { Row, RowButton, Rows } from '#ui/kit/row.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import { goBack } from '#ui/route.tsx'
import { choose, listCandidates, ownDoor } from '../contract.ts'
import { ownTexts as t } from './messages.ts'

type Candidate = OutputOf<typeof listCandidates>['rows'][number]

/** Whom the household may choose: 党员1+N联户, in two-way choice. */
export function ChooseDoor() {
  const asked = useAsk(listCandidates, {})
  const [one, setOne] = useState<Candidate>()
  return (
    <Screen title={t.choose()} up="/door">
      <p className="quiet">{t.chooseHint()}</p>
      <Answered asked={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty icon={<Users aria-hidden />} text={t.none()} />
          ) : (
            <Card flush>
              <Rows label={t.choose()}>
                {rows.map((row) => (
                  <Offered key={row.answerer} row={row} onChoose={() => setOne(row)} />
                ))}
              </Rows>
            </Card>
          )
        }
      </Answered>
      {one && <Confirm candidate={one} onClose={() => setOne(undefined)} />}
    </Screen>
  )
}

const Offered = ({ row, onChoose }: { row: Candidate; onChoose: () => void }) => {
  const shown = {
    icon: (
      <span className={row.mine ? 'tile done' : row.room ? 'tile work' : 'tile void'}>
        <UserRound aria-hidden />
      </span>
    ),
    title: row.name,
    sub: [named(row.kindName), row.title].filter(Boolean).join(' · '),
    state: row.mine ? t.mine() : row.room ? undefined : t.full(),
  }
  return row.mine || !row.room ? <Row {...shown} /> : <RowButton {...shown} onPress={onChoose} />
}

function Confirm({ candidate, onClose }: { candidate: Candidate; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const send = useCall(choose, [ownDoor, listCandidates])
  const chosen = ({ name }: { name: string }): void => {
    toast(t.done({ name }))
    goBack('/door')
  }
  return (
    <Sheet title={t.confirmTitle({ name: candidate.name })} onClose={onClose}>
      <p>{t.confirmHint({ name: candidate.name })}</p>
      <TextField label={t.why()} optional value={reason} onText={setReason} maxLength={200} />
      <Failure error={send.error} />
      <Button
        wide
        busy={send.isPending}
        onClick={() =>
          send.mutate(
            { id: newId() as never, answerer: candidate.answerer, reason: reason.trim() },
            { onSuccess: chosen },
          )
        }
      >
        {t.confirm()}
      </Button>
    </Sheet>
  )
}
