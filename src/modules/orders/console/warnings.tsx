import '../parts/orders.css'
import './orders.css'
import { App } from 'antd'
import { useState } from 'react'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { Page } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { More } from '#ui/console/table.tsx'
import { useLive, usePages } from '#ui/query.tsx'
import { ask } from '#ui/call.ts'
import { listWarnings, type Warning, warningCap } from '../contract-warnings.ts'
import { CapForm } from './cap-form.tsx'
import { EndWarningForm } from './end-warning-form.tsx'
import { OrderTabs } from './order-tabs.tsx'
import { saveText } from './save-text.ts'
import { WarnForm, type WarnStart } from './warn-form.tsx'
import { WarningCard } from './warning-card.tsx'
import { warnTexts as t } from './warning-messages.ts'

type Task = { do: 'warn'; from?: WarnStart } | { do: 'cap' } | { do: 'end'; warning: Warning }

/** What the public is warned of, with the eight items of the law; out and in as CAP. */
export function WarningsPage() {
  const { permissions } = useActing()
  const [address, change] = useAddress()
  const past = address['past'] !== undefined
  const list = usePages(listWarnings, { past, limit: 30 })
  const [task, setTask] = useState<Task>()
  const close = () => setTask(undefined)
  useLive('orders.warning', [listWarnings])
  const actions = (
    <>
      {permissions.has('orders.readCap') && (
        <button type="button" className="quiet" onClick={() => setTask({ do: 'cap' })}>
          {t.capIn()}
        </button>
      )}
      {permissions.has('orders.warn') && (
        <button type="button" className="firm" onClick={() => setTask({ do: 'warn' })}>
          {t.warn()}
        </button>
      )}
    </>
  )
  return (
    <Page title={t.title()} trail={<OrderTabs now="warnings" />} actions={actions}>
      <div className="orders-views warnings-views" role="group" aria-label={t.title()}>
        <button type="button" className="quiet" aria-pressed={!past} onClick={() => change({ past: undefined })}>
          {t.live()}
        </button>
        <button type="button" className="quiet" aria-pressed={past} onClick={() => change({ past: 'true' })}>
          {t.past()}
        </button>
      </div>
      <Shown of={{ ...list, data: list.first }} lines={8}>
        {() => (
          <>
            {list.rows.length === 0 && <Empty text={past ? t.nonePast() : t.none()} />}
            <div className="warnings">
              {list.rows.map((warning) => (
                <WarningCard key={warning.id} warning={warning}>
                  <Buttons warning={warning} onTask={setTask} />
                </WarningCard>
              ))}
            </div>
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
      {task?.do === 'warn' && <WarnForm {...(task.from ? { from: task.from } : {})} onClose={close} />}
      {task?.do === 'end' && <EndWarningForm warning={task.warning} onClose={close} />}
      {task?.do === 'cap' && <CapForm onClose={close} onTake={(from) => setTask({ do: 'warn', from })} />}
    </Page>
  )
}

function Buttons({ warning, onTask }: { warning: Warning; onTask: (task: Task) => void }) {
  const { message } = App.useApp()
  const save = async (): Promise<void> => {
    const { name, xml } = await ask(warningCap, { id: warning.id })
    saveText(name, 'application/cap+xml', xml)
    void message.success(name)
  }
  return (
    <>
      <button type="button" className="link" onClick={() => void save()}>
        {t.cap()}
      </button>
      {warning.can.includes('update') && (
        <button
          type="button"
          className="link"
          onClick={() => onTask({ do: 'warn', from: { ...warning, follows: warning.id, source: null } })}
        >
          {t.update()}
        </button>
      )}
      {warning.can.includes('end') && (
        <button type="button" className="link" onClick={() => onTask({ do: 'end', warning })}>
          {t.end()}
        </button>
      )}
    </>
  )
}
