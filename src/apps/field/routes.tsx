import { lazy, Suspense } from 'react'
import { Today } from '#modules/cases/field/today.tsx'
import { nearName } from '#modules/cases/parts/near.ts'
import { fetched, type Routes } from '#ui/route.tsx'
import { Staff } from './frame.tsx'

const FillingEntry = lazy(async () => ({ default: (await import('#modules/fields/field/entry.tsx')).FillingEntry }))
const DoorsEntry = lazy(async () => ({ default: (await import('#modules/visits/field/entry.tsx')).DoorsEntry }))
const OrdersEntry = lazy(async () => ({ default: (await import('#modules/orders/field/entry.tsx')).OrdersEntry }))
const EmergencyEntry = lazy(async () => ({
  default: (await import('#modules/emergency/field/entry.tsx')).EmergencyEntry,
}))
const ReliefEntry = lazy(async () => ({ default: (await import('#modules/relief/field/entry.tsx')).ReliefEntry }))
const TodayPage = () => (
  <Staff nav>
    {({ acting, person }) => (
      <Today title={acting.organName ?? nearName(acting.placeName)} sub={`${acting.title} · ${person.name}`}>
        <Suspense fallback={null}>
          <EmergencyEntry />
          <ReliefEntry />
          <OrdersEntry />
          <DoorsEntry />
          <FillingEntry />
        </Suspense>
      </Today>
    )}
  </Staff>
)

const forms = () => import('./forms.tsx')
const working = () => import('./working.tsx')
const own = () => import('./own.tsx')
const visiting = () => import('./visiting.tsx')
const bound = () => import('./bound.tsx')
const ordered = () => import('./ordered.tsx')
const responding = () => import('./responding.tsx')
const relieving = () => import('./relieving.tsx')
const offline = () => import('./offline.tsx')

/** Only today's work is loaded at first; every other screen when it is opened. */
export const routes: Routes = {
  '/': { show: TodayPage },
  '/cases': fetched(working, 'CasesPage'),
  '/case/$id': fetched(working, 'OneCasePage'),
  '/report': fetched(working, 'ReportPage'),
  '/outbox': fetched(offline, 'ParcelsPage'),
  '/forms': fetched(forms, 'FormsPage'),
  '/forms/$kind/$subject': fetched(forms, 'FormDoorPage'),
  '/doors': fetched(visiting, 'DoorsPage'),
  '/door/$household': fetched(visiting, 'DoorPage'),
  '/door/$household/mandate': fetched(visiting, 'MandatePage'),
  '/visit/$household': fetched(visiting, 'VisitPage'),
  '/promises': fetched(visiting, 'PromisesPage'),
  '/slip/$id': fetched(visiting, 'SlipPage'),
  '/household/$id': fetched(forms, 'HouseholdPage'),
  '/uploads': fetched(forms, 'UploadsPage'),
  '/orders': fetched(ordered, 'OrdersPage'),
  '/order/$id': fetched(ordered, 'OrderPage'),
  '/emergency': fetched(responding, 'EmergencyPage'),
  '/emergency/$id/report': fetched(responding, 'SituationPage'),
  '/relief': fetched(relieving, 'BringingPage'),
  '/relief/checkpoint': fetched(relieving, 'CheckpointPage'),
  '/relief/sweeps': fetched(relieving, 'SweepsPage'),
  '/relief/checks': fetched(relieving, 'ChecksPage'),
  '/relief/stays': fetched(relieving, 'HelpingPage'),
  '/relief/shifts': fetched(relieving, 'ShiftsPage'),
  '/relief/firms': fetched(relieving, 'FirmsPage'),
  '/bonds': fetched(bound, 'BondsPage'),
  '/places': fetched(working, 'PlacesPage'),
  '/places/$code': fetched(working, 'OnePlacePage'),
  '/notices': fetched(own, 'NoticesPage'),
  '/me': fetched(own, 'MePage'),
  '/me/sessions': fetched(own, 'SessionsPage'),
  '/me/phones': fetched(offline, 'PhonesPage'),
}
