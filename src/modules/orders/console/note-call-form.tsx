import { newId } from '#ui/call.ts'
import { DrawerForm } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import type { OrderView } from '../contract.ts'
import { ANSWERS, callList, coverage, listRecipients, noteCall } from '../contract-answers.ts'
import { AnswerFields, type AnswerValues } from './answer-fields.tsx'
import { oneTexts as t } from './messages.ts'
import type { Recipient } from './recipient-list.tsx'

type Given = { order: OrderView; row: Recipient; onClose: () => void }

/** What somebody said on the phone, written down by who called. */
export function NoteCallForm({ order, row, onClose }: Given) {
  // What an answer proves by a number, a photo or another matter has to be said by oneself.
  const proved = ['number', 'case', 'photo'].includes(order.evidence)
  const offered = ANSWERS.filter((one) => one !== 'already' && !(one === 'done' && proved))
  const send = useCall(noteCall, [callList, listRecipients, coverage])
  return (
    <DrawerForm<AnswerValues>
      title={t.noteCallTitle({ name: row.name })}
      lead={t.noteCallLead()}
      open
      onClose={onClose}
      initial={{ state: 'understood' }}
      submit={t.noteCall()}
      done={t.noted()}
      onSend={({ state, note, need }) =>
        send.mutateAsync({
          id: newId() as never,
          order: order.id,
          who: row.who,
          state,
          note: note ?? '',
          ...(need ? { need } : {}),
        })
      }
    >
      <AnswerFields order={order.id} evidence="spoken" noteAlways offered={offered} />
    </DrawerForm>
  )
}
