import Phone from 'lucide-react/icons/phone'
import { useState } from 'react'
import { Shown } from '#ui/console/shown.tsx'
import { More } from '#ui/console/table.tsx'
import { usePages } from '#ui/query.tsx'
import type { OrderView } from '../contract.ts'
import { callList } from '../contract-answers.ts'
import { ExtendForm } from './extend-form.tsx'
import { oneTexts as t } from './messages.ts'
import { NoteCallForm } from './note-call-form.tsx'
import { type Recipient, Recipients } from './recipient-list.tsx'

/** Who has not said anything, with the number to call. Opening it is a look that each of them sees. */
export function CallList({ order, node }: { order: OrderView; node: string | undefined }) {
  const list = usePages(callList, { id: order.id, limit: 50, ...(node ? { node } : {}) })
  const [task, setTask] = useState<{ do: 'note' | 'extend'; row: Recipient }>()
  const close = () => setTask(undefined)
  return (
    <>
      <p className="order-why">{t.callListWhy()}</p>
      <Shown of={{ ...list, data: list.first }} lines={8}>
        {() => (
          <>
            <Recipients rows={list.rows} empty={t.nobodySilent()}>
              {(row) => (
                <div className="row spread order-call">
                  {row.phone ? (
                    <a href={`tel:${row.phone}`} className="row">
                      <Phone size={14} aria-hidden />
                      <span className="num">{row.phone}</span>
                    </a>
                  ) : (
                    <span />
                  )}
                  <span className="row">
                    <button type="button" className="link" onClick={() => setTask({ do: 'extend', row })}>
                      {t.extend()}
                      <span className="unseen"> {row.name}</span>
                    </button>
                    <button type="button" className="quiet" onClick={() => setTask({ do: 'note', row })}>
                      {t.noteCall()}
                      <span className="unseen"> {row.name}</span>
                    </button>
                  </span>
                </div>
              )}
            </Recipients>
            {list.hasNextPage && (
              <More
                shown={list.rows.length}
                more
                loading={list.isFetchingNextPage}
                onMore={() => void list.fetchNextPage()}
              />
            )}
          </>
        )}
      </Shown>
      {task?.do === 'note' && <NoteCallForm order={order} row={task.row} onClose={close} />}
      {task?.do === 'extend' && <ExtendForm order={order} row={task.row} onClose={close} />}
    </>
  )
}
