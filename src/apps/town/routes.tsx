import { lazy, type ReactNode, Suspense } from 'react'
import { TownHome } from '#modules/cases/town/home.tsx'
import { fetched, type Routes } from '#ui/route.tsx'
import { useName, WithNav } from './frame.tsx'

const VisitsEntry = lazy(async () => ({ default: (await import('#modules/visits/town/entry.tsx')).VisitsEntry }))
const Home = (): ReactNode => (
  <WithNav>
    <TownHome name={useName()}>
      <Suspense fallback={null}>
        <VisitsEntry />
      </Suspense>
    </TownHome>
  </WithNav>
)

const reporting = () => import('./reporting.tsx')
const following = () => import('./following.tsx')
const own = () => import('./own.tsx')
const visiting = () => import('./visiting.tsx')

/** Only the first screen is loaded at first; every other when it is opened. */
export const routes: Routes = {
  '/': { show: Home },
  '/report': fetched(reporting, 'What'),
  '/report/where': fetched(reporting, 'Where'),
  '/report/who': fetched(reporting, 'Who'),
  '/report/check': fetched(reporting, 'Check'),
  '/sent/$number': fetched(following, 'SentPage'),
  '/follow': fetched(following, 'FollowPage'),
  '/follow/$number': fetched(following, 'FollowedPage'),
  '/case/$id': fetched(following, 'CasePage'),
  '/visits': fetched(visiting, 'VisitsPage'),
  '/visit/$number': fetched(visiting, 'FollowedVisitPage'),
  '/me/mandates': fetched(visiting, 'MandatesPage'),
  '/mine': fetched(following, 'MinePage'),
  '/notices': fetched(own, 'NoticesPage'),
  '/signin': fetched(own, 'SignInPage'),
  '/me': fetched(own, 'MeHome'),
  '/me/held': fetched(own, 'HeldPage'),
  '/me/contests': fetched(own, 'ContestsPage'),
  '/me/looks': fetched(own, 'LooksPage'),
  '/me/sessions': fetched(own, 'SessionsPage'),
  '/me/purposes': fetched(own, 'PurposesPage'),
}
