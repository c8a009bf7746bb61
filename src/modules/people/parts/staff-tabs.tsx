import { Go } from '#ui/console/go.tsx'
import { peopleTexts as t } from '../console/messages.ts'

/** Posts, organs and who-can are three views of one subject. */
export const StaffTabs = ({ now }: { now: 'posts' | 'organs' | 'who-can' }) => (
  <nav className="tabs" aria-label={t.sections()}>
    {(['posts', 'organs', 'who-can'] as const).map((key) => (
      <Go key={key} to={`/${key}`} className={key === now ? 'tab tab-now' : 'tab'}>
        {{ posts: t.posts(), organs: t.organs(), 'who-can': t.whoCan() }[key]}
      </Go>
    ))}
  </nav>
)
