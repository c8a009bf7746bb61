import { Link } from '@tanstack/react-router'
import { useActing } from '#ui/console/acting.ts'
import { frameTexts as t } from '../messages.ts'
import { MENU } from './menu.ts'

/** The dark rail: nothing in it that the acting post cannot use, and all of it on a screen of 900 px, also under a band. */
export function Rail() {
  const { permissions } = useActing()
  return (
    <nav className="rail" aria-label={t.menu()}>
      <Link to="/" className="rail-brand" aria-label={t.brandName()}>
        {t.brand()}
      </Link>
      {MENU.map((group) => (
        <ul key={group[0].to}>
          {group
            .filter(({ permission }) => permissions.has(permission))
            .map(({ to, name, icon: Icon }) => (
              <li key={to}>
                <Link
                  to={to}
                  activeOptions={{ exact: to === '/', includeSearch: false }}
                  activeProps={{ 'aria-current': 'page' }}
                >
                  <Icon size={19} aria-hidden />
                  {name()}
                </Link>
              </li>
            ))}
        </ul>
      ))}
    </nav>
  )
}
