import { useState } from 'react'
import { useActing } from '#ui/console/acting.ts'
import { Panel } from '#ui/console/page.tsx'
import type { OrderView } from '../contract.ts'
import { CallList } from './call-list.tsx'
import { useNode } from './coverage.tsx'
import { oneTexts as t } from './messages.ts'
import { RecipientList } from './recipient-list.tsx'

const TABS = ['silent', 'blocked', 'impossible', 'all'] as const

/** Who is addressed at the node that is looked at; the silent first, as a list to call. */
export function People({ order }: { order: OrderView }) {
  const { permissions } = useActing()
  const [node] = useNode()
  const [tab, setTab] = useState<(typeof TABS)[number]>('silent')
  // A look at numbers is for one place; another one asks again.
  const [calling, setCalling] = useState<string>()
  const key = `${order.id} ${node ?? ''}`
  const calls = tab === 'silent' && permissions.has('orders.callList')
  return (
    <Panel
      title={calls && calling === key ? t.callTitle() : t.people()}
      flush
      className="order-people"
      action={
        calls &&
        calling !== key && (
          <button type="button" className="quiet" title={t.callListWhy()} onClick={() => setCalling(key)}>
            {t.callList()}
          </button>
        )
      }
    >
      <div className="order-tabs" role="group" aria-label={t.people()}>
        {TABS.map((one) => (
          <button key={one} type="button" className="quiet" aria-pressed={one === tab} onClick={() => setTab(one)}>
            {t[`tab_${one}`]()}
          </button>
        ))}
      </div>
      {calls && calling === key ? (
        <CallList order={order} node={node} />
      ) : (
        <RecipientList key={tab} order={order} node={node} state={tab} />
      )}
    </Panel>
  )
}
