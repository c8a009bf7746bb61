import Bell from 'lucide-react/icons/bell'
import FileCheck from 'lucide-react/icons/file-check'
import House from 'lucide-react/icons/house'
import User from 'lucide-react/icons/user'
import type { ReactNode } from 'react'
import { myNotices } from '#modules/notices/contract.ts'
import { getMySelf } from '#modules/signin/contract.ts'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { GoButton } from '#ui/kit/button.tsx'
import { BottomNav } from '#ui/kit/nav.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useAsk } from '#ui/query.tsx'
import { frameTexts as t } from './messages.ts'

/** The four main places carry the bar at the bottom. */
export function WithNav({ children }: { children: ReactNode }) {
  const name = useName()
  const notices = useAsk(myNotices, { unread: true, limit: 1 }, { when: name !== null, everyMs: 60_000 })
  const count = notices.data?.unread ?? 0
  return (
    <div className="with-nav">
      {children}
      <BottomNav
        items={[
          { to: '/', icon: <House aria-hidden />, text: t.home() },
          { to: '/mine', icon: <FileCheck aria-hidden />, text: t.mine() },
          { to: '/notices', icon: <Bell aria-hidden />, text: t.notices(), count, countText: t.unread({ count }) },
          { to: '/me', icon: <User aria-hidden />, text: t.me() },
        ]}
      />
    </div>
  )
}

/** Name of who is signed in; null for everybody else. Staff are residents here too. */
export function useName(): string | null {
  const me = useAsk(getMySelf, {})
  return me.data?.person?.name ?? null
}

/** What is shown only to its owner. */
export function Own({ title, children }: { title: string; children: ReactNode }) {
  const me = useAsk(getMySelf, {})
  if (me.data?.person) return <>{children}</>
  return (
    <Screen title={title} up="/me">
      <Answered asked={me}>
        {() => (
          <Empty text={t.signInFirstHint()}>
            <GoButton to="/signin">{t.signIn()}</GoButton>
          </Empty>
        )}
      </Answered>
    </Screen>
  )
}

export const NoSuchPage = () => (
  <Screen title={t.noSuchPage()} up="/">
    <Empty text={t.noSuchPageHint()}>
      <GoButton to="/">{t.home()}</GoButton>
    </Empty>
  </Screen>
)
