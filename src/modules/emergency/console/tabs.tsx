import { Go } from '#ui/console/go.tsx'
import { emergencyTexts as t } from './messages.ts'

const TABS = [
  { to: '/emergency', name: t.now },
  { to: '/emergency/playbooks', name: t.playbooks },
] as const

export function EmergencyTabs({ now }: { now: (typeof TABS)[number]['to'] }) {
  return (
    <nav className="tabs" aria-label={t.section()}>
      {TABS.map(({ to, name }) => (
        <Go key={to} to={to} className={to === now ? 'tab tab-now' : 'tab'}>
          {name()}
        </Go>
      ))}
    </nav>
  )
}
