import Bell from 'lucide-react/icons/bell'
import House from 'lucide-react/icons/house'
import ListTodo from 'lucide-react/icons/list-todo'
import MapIcon from 'lucide-react/icons/map'
import User from 'lucide-react/icons/user'
import { lazy, type ReactNode, Suspense } from 'react'
import { LineNote } from '#modules/sync/field/line-note.tsx'
import { useStage } from '#modules/sync/field/stage.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { getMySelf, type Me } from '#modules/signin/contract.ts'
import { Answered, Empty, Loading } from '#ui/kit/answer.tsx'
import { GoButton } from '#ui/kit/button.tsx'
import { BottomNav } from '#ui/kit/nav.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useAsk } from '#ui/query.tsx'
import { frameTexts as t } from './messages.ts'

const FieldBand = lazy(async () => ({ default: (await import('./band.tsx')).FieldBand }))
const LockedPage = lazy(async () => ({ default: (await import('#modules/sync/field/locked.tsx')).Locked }))
const StaffSignIn = lazy(async () => ({ default: (await import('#modules/signin/field/sign-in.tsx')).StaffSignIn }))

type Acting = Me & { acting: NonNullable<Me['acting']>; person: NonNullable<Me['person']> }

/** For staff in a post alone; everybody else is told what to do instead. */
export function Staff({ nav = false, children }: { nav?: boolean; children: (me: Acting) => ReactNode }) {
  const asked = useAsk(getMySelf, {})
  const { at } = useStage()
  if (!asked.data && (at === 'locked' || at === 'empty'))
    return (
      <Suspense fallback={<Loading />}>
        <LockedPage />
      </Suspense>
    )
  return (
    <Answered asked={asked}>
      {(me) => {
        if (me.kind === 'anonymous')
          return (
            <Suspense fallback={<Loading />}>
              <LineNote />
              <StaffSignIn />
            </Suspense>
          )
        if (!me.acting || !me.person)
          return (
            <>
              <LineNote />
              <NoWork resident={me.kind === 'resident'} />
            </>
          )
        const shown = (
          <>
            <Suspense fallback={null}>
              <FieldBand />
            </Suspense>
            <LineNote />
            {children({ ...me, acting: me.acting, person: me.person })}
          </>
        )
        return nav ? <WithNav>{shown}</WithNav> : shown
      }}
    </Answered>
  )
}

function NoWork({ resident }: { resident: boolean }) {
  return (
    <Screen title={t.forStaff()} up="/me">
      <Empty text={resident ? t.forStaffHint() : t.noPost()}>
        <a className="button primary" href="/town/">
          {t.toTown()}
        </a>
      </Empty>
    </Screen>
  )
}

function WithNav({ children }: { children: ReactNode }) {
  const notices = useAsk(myNotices, { unread: true, limit: 1 }, { everyMs: 60_000 })
  const count = notices.data?.unread ?? 0
  return (
    <div className="with-nav">
      {children}
      <BottomNav
        items={[
          { to: '/', icon: <House aria-hidden />, text: t.today() },
          { to: '/cases', icon: <ListTodo aria-hidden />, text: t.cases() },
          { to: '/places', icon: <MapIcon aria-hidden />, text: t.places() },
          { to: '/notices', icon: <Bell aria-hidden />, text: t.notices(), count, countText: t.unread({ count }) },
          { to: '/me', icon: <User aria-hidden />, text: t.me() },
        ]}
      />
    </div>
  )
}

export const NoSuchPage = () => (
  <Screen title={t.noSuchPage()} up="/">
    <Empty text={t.noSuchPageHint()}>
      <GoButton to="/">{t.today()}</GoButton>
    </Empty>
  </Screen>
)
