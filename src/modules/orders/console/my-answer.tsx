import { named } from '#kernel/messages.ts'
import { Alert, Button, Form } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { newId } from '#ui/call.ts'
import { useAddress } from '#ui/console/address.ts'
import { refusalText } from '#ui/console/messages.ts'
import { Due } from '#ui/console/moment.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { getOrder, type OrderId } from '../contract.ts'
import { answerOrder, coverage, listRecipients, myOrder, myOrders } from '../contract-answers.ts'
import { Difference } from '../parts/difference.tsx'
import { answerText, TONE_OF_ANSWER } from '../parts/looks.ts'
import { proofOf } from '../parts/proofs.ts'
import { AnswerPhotos } from './answer-photos.tsx'
import { AnswerFields, type AnswerValues } from './answer-fields.tsx'
import { At } from './at.tsx'
import { lampOf } from './lamp.ts'
import { actTexts as t } from './messages.ts'

type Mine = OutputOf<typeof myOrder>
/** More open orders than anybody has. */
const ALL_OPEN = 200

/** Whether the order came to the acting post too: it was opened from there, or is among its open ones. */
export function useAddressed(id: string): boolean {
  const [address] = useAddress()
  const open = useAsk(myOrders, { open: true, limit: ALL_OPEN })
  return address['mine'] !== undefined || (open.data?.rows.some((row) => row.id === id) ?? false)
}

export function OneAnswer({ id }: { id: OrderId }) {
  const found = useAsk(myOrder, { id })
  return (
    <Panel title={t.mine()} className="order-mine">
      <Shown of={found} lines={3}>
        {(mine) => <Answering mine={mine} />}
      </Shown>
    </Panel>
  )
}

function Answering({ mine }: { mine: Mine }) {
  const now = useNow()
  const [open, setOpen] = useState(mine.answer === null)
  return (
    <div className="stack">
      <p className="row spread">
        <span className="chip" data-tone={mine.answer ? TONE_OF_ANSWER[mine.answer] : 'void'}>
          {mine.answer ? answerText(mine.answer) : t.unsaid()}
        </span>
        <Due dueAt={mine.due} lamp={lampOf({ dueAt: mine.due, state: mine.state }, now)} />
      </p>
      {mine.forName && <p className="quiet-ink">{t.forWhom({ name: mine.forName })}</p>}
      {mine.additions.map(({ from, text, at }) => (
        <p key={at} className="order-note">
          <span className="quiet-ink">{named(from)}</span> {text}
        </p>
      ))}
      {mine.changed && mine.difference && (
        <section>
          <p className="quiet-ink">{t.changed()}</p>
          <Difference changes={mine.difference} label={t.changed()} />
        </section>
      )}
      {mine.answers.map(({ state, note, photos, at, by }) => (
        <div key={at + state} className="quiet-ink">
          <At at={at} /> · {by} · {answerText(state)} {note}
          <AnswerPhotos photos={photos} />
        </div>
      ))}
      {open ? (
        <AnswerForm mine={mine} onSent={() => setOpen(false)} />
      ) : (
        <button type="button" className="link" onClick={() => setOpen(true)}>
          {t.send()}
        </button>
      )}
    </div>
  )
}

function AnswerForm({ mine, onSent }: { mine: Mine; onSent: () => void }) {
  const [form] = Form.useForm<AnswerValues>()
  const send = useCall(answerOrder, [myOrder, myOrders, getOrder, coverage, listRecipients])
  const answer = ({ state, note, need, number, proof, photos = [] }: AnswerValues) =>
    send.mutate(
      {
        id: newId() as never,
        order: mine.id,
        state,
        note: note ?? '',
        photos: photos as never,
        base: mine.version,
        ...(mine.forName ? { for: mine.who as never } : {}),
        ...(need ? { need } : {}),
        ...(proofOf(proof) as object),
        ...(typeof number === 'number' ? { number } : {}),
      },
      { onSuccess: onSent },
    )
  return (
    <Form<AnswerValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ state: 'understood' }}
      onFinish={answer}
    >
      {send.error && (
        <Alert type="error" showIcon role="alert" className="drawer-error" title={refusalText(send.error)} />
      )}
      <AnswerFields order={mine.id} evidence={mine.evidence} />
      <Button type="primary" htmlType="submit" block loading={send.isPending}>
        {t.send()}
      </Button>
    </Form>
  )
}
