import { useActing } from '#ui/console/acting.ts'
import { Go } from '#ui/console/go.tsx'
import { listTexts as t } from './messages.ts'

/** Orders and warnings: two pages of one outlet. */
export function OrderTabs({ now }: { now: 'orders' | 'warnings' }) {
  return (
    <nav className="tabs" aria-label={t.sections()}>
      <Go to="/orders" className={now === 'orders' ? 'tab tab-now' : 'tab'}>
        {t.orders()}
      </Go>
      <Go to="/orders/warnings" className={now === 'warnings' ? 'tab tab-now' : 'tab'}>
        {t.warnings()}
      </Go>
    </nav>
  )
}

export function ComposeLink() {
  const { permissions } = useActing()
  return permissions.has('orders.draft') ? (
    <Go to="/orders/new" className="firm">
      {t.compose()}
    </Go>
  ) : null
}
