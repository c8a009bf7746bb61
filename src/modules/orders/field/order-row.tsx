import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { sentenceFor } from '#ui/kit/answer.tsx'
import { State, type Tone } from '#ui/kit/badge.tsx'
import { Button, GoButton } from '#ui/kit/button.tsx'
import { Row } from '#ui/kit/row.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { deadline } from '#ui/time.ts'
import type { OutputOf } from '#kernel/contract.ts'
import type { myOrders } from '../contract-answers.ts'
import { answerText, isOver, TONE_OF_ANSWER } from '../parts/looks.ts'
import { orderWords } from '../parts/messages.ts'
import { sendAnswer, useUnheard } from './answering.ts'
import { myTexts as t } from './messages.ts'

export type MyOrder = OutputOf<typeof myOrders>['rows'][number]

/** What remains while it is open; what was answered once it is settled. */
export function standing(row: MyOrder, now: number): { tone: Tone; text: string } {
  if (isOver(row.state)) return { tone: 'void', text: orderWords[`state_${row.state}`]() }
  const settled = row.answer === 'done' || row.answer === 'already' || row.answer === 'impossible'
  if (row.answer && settled) return { tone: TONE_OF_ANSWER[row.answer], text: answerText(row.answer) }
  return deadline(row.due, now)
}

/** The first answer is one tap; every other opens the order. */
export function OrderItem({ row, now }: { row: MyOrder; now: number }) {
  const { tone, text } = standing(row, now)
  const unheard = useUnheard(row.id)
  const name = <span className="unseen"> {row.title}</span>
  const search: Record<string, string> = row.forName === null ? {} : { for: row.who }
  return (
    <Row
      to={`/order/${row.id}${row.forName === null ? '' : `?for=${row.who}`}`}
      title={
        <>
          {row.red && <span className="order-red">{orderWords.red()}</span>}
          {row.title}
        </>
      }
      sub={[
        named(row.issuer.name),
        unheard ? t.waiting() : row.answer && answerText(row.answer),
        row.forName && t.forWhom({ name: row.forName }),
        row.mark && orderWords.drill({ mark: row.mark }),
      ]
        .filter(Boolean)
        .join(' · ')}
      state={<State tone={tone} text={text} />}
      aside={
        isOver(row.state) ? undefined : row.answer === null ? (
          <Receive row={row} />
        ) : row.answer === 'done' || row.answer === 'already' ? undefined : (
          <GoButton look="soft" to={`/order/${row.id}`} search={{ ...search, answer: 'true' }}>
            {t.answer()}
            {name}
          </GoButton>
        )
      }
    />
  )
}

function Receive({ row }: { row: MyOrder }) {
  const [busy, setBusy] = useState(false)
  async function receive(): Promise<void> {
    setBusy(true)
    const outcome = await sendAnswer(row, { state: 'received' })
    if (outcome.state === 'refused') toast(sentenceFor(outcome.error), 'late')
    else toast(outcome.state === 'sent' ? t.receivedDone() : t.kept())
    setBusy(false)
  }
  return (
    <Button busy={busy} onClick={() => void receive()}>
      {t.receive()}
      <span className="unseen"> {row.title}</span>
    </Button>
  )
}
