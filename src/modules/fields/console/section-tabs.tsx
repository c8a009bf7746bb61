import { useActing } from '#ui/console/acting.ts'
import { Go } from '#ui/console/go.tsx'
import { dataTexts as t } from './messages.ts'

const TABS = [
  { to: '/fields', name: t.registry, permission: 'fields.definitions' },
  { to: '/forms', name: t.forms, permission: 'fields.forms' },
  { to: '/burden', name: t.burden, permission: 'fields.burden' },
  { to: '/contests', name: t.contests, permission: 'fields.contests' },
  { to: '/entries', name: t.looks, permission: 'fields.suspicions' },
] as const

/** Five views of what is held: what it is, who asks, what that costs, what is wrong, what looks wrong. */
export function SectionTabs({ now }: { now: string }) {
  const { permissions } = useActing()
  return (
    <nav className="tabs" aria-label={t.sections()}>
      {TABS.filter(({ permission }) => permissions.has(permission)).map(({ to, name }) => (
        <Go key={to} to={to} className={to === now ? 'tab tab-now' : 'tab'}>
          {name()}
        </Go>
      ))}
    </nav>
  )
}
