import { useActing } from '#ui/console/acting.ts'
import { Go } from '#ui/console/go.tsx'
import { wayTexts as t } from './way-messages.ts'

const WAYS = [
  { key: 'homes', to: '/homes', permission: 'homes.see' },
  { key: 'import', to: '/homes/import', permission: 'homes.import' },
  { key: 'same', to: '/homes/same', permission: 'matches.see' },
] as const

/** What there is to do with residents: look at them, bring a list in, see who was entered twice. */
export function HomeWays({ now }: { now: (typeof WAYS)[number]['key'] }) {
  const { permissions } = useActing()
  const open = WAYS.filter(({ permission }) => permissions.has(permission))
  if (open.length < 2) return null
  return (
    <nav className="tabs" aria-label={t.ways()}>
      {open.map(({ key, to }) => (
        <span key={key} {...(key === now ? { 'aria-current': 'page' as const } : {})}>
          <Go to={to} className={key === now ? 'tab tab-now' : 'tab'}>
            {t[key]()}
          </Go>
        </span>
      ))}
    </nav>
  )
}
