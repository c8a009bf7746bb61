import { useActing } from '#ui/console/acting.ts'
import { Go } from '#ui/console/go.tsx'
import { tuesdayTexts as t } from './messages.ts'

const TABS = [
  { key: 'tuesday', name: t.title, permission: 'visits.outings' },
  { key: 'visits', name: t.visits, permission: 'visits.read' },
] as const

export const sectionText = t.sections

export function VisitTabs({ now }: { now: (typeof TABS)[number]['key'] }) {
  const { permissions } = useActing()
  return (
    <nav className="tabs" aria-label={t.sections()}>
      {TABS.filter(({ permission }) => permissions.has(permission)).map(({ key, name }) => (
        <Go key={key} to={`/${key}`} className={key === now ? 'tab tab-now' : 'tab'}>
          {name()}
        </Go>
      ))}
    </nav>
  )
}
