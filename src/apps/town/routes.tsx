import type { ReactNode } from 'react'
import { TownHome } from '#modules/cases/town/home.tsx'
import { fetched, type Routes } from '#ui/route.tsx'
import { useName, WithNav } from './frame.tsx'

const Home = (): ReactNode => (
  <WithNav>
    <TownHome name={useName()} />
  </WithNav>
)

const reporting = () => import('./reporting.tsx')
const following = () => import('./following.tsx')
const own = () => import('./own.tsx')

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
  '/mine': fetched(following, 'MinePage'),
  '/notices': fetched(own, 'NoticesPage'),
  '/signin': fetched(own, 'SignInPage'),
  '/me': fetched(own, 'MeHome'),
  '/me/held': fetched(own, 'HeldPage'),
  '/me/looks': fetched(own, 'LooksPage'),
  '/me/sessions': fetched(own, 'SessionsPage'),
  '/me/purposes': fetched(own, 'PurposesPage'),
}
