import { Link } from '@tanstack/react-router'
import { useActing } from '#ui/console/acting.ts'
import { frameTexts as t } from '../messages.ts'
import { MENU } from './menu.ts'

/** The dark rail: nothing in it that the acting post cannot use. */
export function Rail() {
  const { permissions } = useActing()
  return (
    <nav className="rail" aria-label={t.menu()}>
      <Link to="/" className="rail-brand" aria-label={t.brandName()}>
        {t.brand()}
      </Link>
      <ul>
        {MENU.filter(({ permission }) => permissions.has(permission)).map(({ to, name, icon: Icon }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
            >
              <Icon size={20} aria-hidden />
              {name()}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
