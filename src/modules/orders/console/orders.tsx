import '../parts/orders.css'
import './orders.css'
import { Page } from '#ui/console/page.tsx'
import { useLive } from '#ui/query.tsx'
import { listOrders } from '../contract.ts'
import { myOrders } from '../contract-answers.ts'
import { listWarnings } from '../contract-warnings.ts'
import { Concerning } from './list-concerning.tsx'
import { Received } from './list-received.tsx'
import { listTexts as t } from './messages.ts'
import { ComposeLink, OrderTabs } from './order-tabs.tsx'
import { useViews } from './view.ts'
import { Yours } from './yours.tsx'

/** Orders as they concern a place, as an office issued them, and as they came to oneself. */
export function OrdersPage() {
  const { view } = useViews()
  useLive('orders.', [listOrders, myOrders, listWarnings])
  return (
    <Page title={t.title()} trail={<OrderTabs now="orders" />} actions={<ComposeLink />} className="page-fit">
      <div className="orders-page">
        {view === 'received' ? <Received /> : <Concerning view={view} />}
        <Yours />
      </div>
    </Page>
  )
}
