import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { Band } from '#modules/emergency/parts/band.tsx'
import { GlassBanner } from '#modules/consents/console/glass.tsx'
import { getMySelf, type Me } from '#modules/signin/contract.ts'
import { type Acting, ActingContext } from '#ui/console/acting.ts'
import { useLiveConsole } from '#ui/console/live.ts'
import { Go } from '#ui/console/go.tsx'
import { BarSlot } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { queries, useAsk } from '#ui/query.tsx'
import { frameTexts as t } from '../messages.ts'
import { Bar } from './bar.tsx'
import { Rail } from './rail.tsx'
import './frame.css'

/** What stands around every screen: rail, top bar, and who acts here. Without a session it leads to the sign-in page. */
export function Frame() {
  const me = useAsk(getMySelf, {})
  useSignInWhenAsked(me.data)
  useSessionEnd()
  if (me.data?.kind === 'anonymous') return null
  return <Shown of={me}>{(found) => <Inside me={found} />}</Shown>
}

function Inside({ me }: { me: Me }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const acting = useMemo((): Acting => actingOf(me), [me])
  useLiveConsole(acting.permissions.has('cases.read'))
  if (!me.acting) return <Outside me={me} />
  return (
    <ActingContext value={acting}>
      <BarSlot value={slot}>
        <a className="skip" href="#content">
          {t.skip()}
        </a>
        <div className="frame">
          <Band go={Go} look={(id) => `/emergency/${id}`} />
          <Rail />
          <Bar me={me} slot={setSlot} />
          <div className="frame-page">
            <GlassBanner />
            {slot && <Outlet />}
          </div>
        </div>
      </BarSlot>
    </ActingContext>
  )
}

/** Somebody without a post: staff between two posts, or a resident who took the wrong door. */
const Outside = ({ me }: { me: Me }) => (
  <main className="page page-narrow">
    <h1 className="unseen">{t.brandName()}</h1>
    <Empty text={me.kind === 'resident' ? t.forStaff() : t.noPost()}>
      {me.kind === 'resident' && (
        <a className="quiet" href="/town/">
          {t.toTown()}
        </a>
      )}
    </Empty>
  </main>
)

const actingOf = (me: Me): Acting => ({
  post: me.acting?.id ?? '',
  role: me.acting?.role ?? '',
  place: me.acting?.place ?? '',
  placeName: me.acting?.placeName ?? '',
  permissions: new Set(me.permissions),
})

function useSignInWhenAsked(me: Me | undefined): void {
  const navigate = useNavigate()
  const { href } = useLocation()
  const stranger = me?.kind === 'anonymous'
  useEffect(() => {
    // This frame stays until the sign-in page has loaded, and would lead there again.
    if (stranger && !href.startsWith('/sign-in'))
      void navigate({ to: '/sign-in', search: { next: href } as never, replace: true })
  }, [stranger, navigate, href])
}

/** A session may end elsewhere (revoked, expired): the next refusal that says so asks again who one is. */
function useSessionEnd(): void {
  useEffect(
    () =>
      queries.getQueryCache().subscribe(({ type, query }) => {
        const ended = type === 'updated' && (query.state.error as { code?: string } | null)?.code === 'unauthenticated'
        const [name] = query.queryKey as readonly unknown[]
        if (ended && name !== getMySelf.name) void queries.invalidateQueries({ queryKey: [getMySelf.name] })
      }),
    [],
  )
}
