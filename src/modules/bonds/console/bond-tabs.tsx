import { useActing } from '#ui/console/acting.ts'
import { Go } from '#ui/console/go.tsx'
import { bondTexts as t } from './messages.ts'

const TABS = [
  { key: 'coverage', to: '/bonds', permission: 'bonds.read' },
  { key: 'door', to: '/bonds/door', permission: 'bonds.read' },
  { key: 'rotation', to: '/bonds/rotation', permission: 'bonds.files' },
  { key: 'reporting', to: '/bonds/reporting', permission: 'bonds.reporting' },
  { key: 'kinds', to: '/bonds/kinds', permission: 'bonds.kinds' },
] as const

/** Five views of one subject; nothing in it that the acting post cannot use. */
export function BondTabs({ now }: { now: (typeof TABS)[number]['key'] }) {
  const { permissions } = useActing()
  return (
    <nav className="tabs" aria-label={t.sections()}>
      {TABS.filter(({ permission }) => permissions.has(permission)).map(({ key, to }) => (
        <Go key={key} to={to} className={key === now ? 'tab tab-now' : 'tab'}>
          {t[key]()}
        </Go>
      ))}
    </nav>
  )
}
