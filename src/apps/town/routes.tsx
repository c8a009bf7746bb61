import { lazy, type ReactNode, Suspense } from 'react'
import { TownHome } from '#modules/cases/town/home.tsx'
import { fetched, type Routes } from '#ui/route.tsx'
import { useName, WithNav } from './frame.tsx'

const VisitsEntry = lazy(async () => ({ default: (await import('#modules/visits/town/entry.tsx')).VisitsEntry }))
const WarningsBand = lazy(async () => ({ default: (await import('#modules/orders/town/entry.tsx')).WarningsBand }))
const OrdersEntry = lazy(async () => ({ default: (await import('#modules/orders/field/entry.tsx')).OrdersEntry }))
const DoorEntry = lazy(async () => ({ default: (await import('#modules/bonds/town/entry.tsx')).DoorEntry }))
const EmergencyEntry = lazy(async () => ({
  default: (await import('#modules/emergency/town/entry.tsx')).EmergencyEntry,
}))
const EmergencyDoor = lazy(async () => ({
  default: (await import('#modules/emergency/town/entry.tsx')).EmergencyDoor,
}))
const ReliefEntry = lazy(async () => ({ default: (await import('#modules/relief/town/entry.tsx')).ReliefEntry }))
const Home = (): ReactNode => (
  <WithNav>
    <Suspense fallback={null}>
      <WarningsBand />
    </Suspense>
    <TownHome
      name={useName()}
      first={
        <Suspense fallback={null}>
          <AskedOfMe />
          <EmergencyEntry />
        </Suspense>
      }
    >
      <Suspense fallback={null}>
        <OwnDoor />
        <VisitsEntry />
        <EmergencyDoor />
      </Suspense>
    </TownHome>
  </WithNav>
)

/** Both only of whoever is signed in. */
const AskedOfMe = (): ReactNode =>
  useName() !== null && (
    <>
      <ReliefEntry />
      <OrdersEntry live={false} />
    </>
  )
const OwnDoor = (): ReactNode => useName() !== null && <DoorEntry />

const reporting = () => import('./reporting.tsx')
const following = () => import('./following.tsx')
const own = () => import('./own.tsx')
const visiting = () => import('./visiting.tsx')
const bound = () => import('./bound.tsx')
const warned = () => import('./warned.tsx')
const responding = () => import('./responding.tsx')
const relieving = () => import('./relieving.tsx')

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
  '/slip': fetched(visiting, 'SlipPage'),
  '/me/mandates': fetched(visiting, 'MandatesPage'),
  '/warnings': fetched(warned, 'WarningsPage'),
  '/emergency': fetched(responding, 'ResponsesPage'),
  '/emergency/certificates/$id': fetched(responding, 'CertificatePage'),
  '/orders': fetched(warned, 'OrdersPage'),
  '/order/$id': fetched(warned, 'OrderPage'),
  '/relief/calls': fetched(relieving, 'CallsPage'),
  '/relief/passes': fetched(relieving, 'PassesPage'),
  '/relief/lists': fetched(relieving, 'ListsPage'),
  '/relief/door': fetched(relieving, 'OwnDoorPage'),
  '/relief/move': fetched(relieving, 'MovePage'),
  '/relief/stay': fetched(relieving, 'StayPage'),
  '/relief/shifts': fetched(relieving, 'ShiftsPage'),
  '/relief/seeks': fetched(relieving, 'SeeksPage'),
  '/relief/seeks/new': fetched(relieving, 'NewSeekPage'),
  '/relief/items': fetched(relieving, 'ItemsPage'),
  '/door': fetched(bound, 'DoorPage'),
  '/door/choose': fetched(bound, 'ChoosePage'),
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
