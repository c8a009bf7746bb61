import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { addressText, parseAddress } from '#ui/console/address.ts'
import { Skeleton } from '#ui/console/shown.tsx'
import { Frame } from './frame/frame.tsx'
import { BrokenPage, NoSuchPage } from './frame/no-such-page.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NoSuchPage })
const inside = createRoute({ getParentRoute: () => root, id: 'inside', component: Frame })

/** Each screen is fetched when it is first opened. */
const screen = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => inside, path, component })

const screens = [
  screen(
    '/',
    lazyRouteComponent(() => import('./overview.tsx'), 'OverviewPage'),
  ),
  screen(
    '/cases',
    lazyRouteComponent(() => import('#modules/cases/console/queue.tsx'), 'QueuePage'),
  ),
  screen(
    '/cases/new',
    lazyRouteComponent(() => import('#modules/cases/console/new-case.tsx'), 'NewCasePage'),
  ),
  screen(
    '/cases/$id',
    lazyRouteComponent(() => import('#modules/cases/console/case.tsx'), 'CasePage'),
  ),
  screen(
    '/homes',
    lazyRouteComponent(() => import('#modules/homes/console/homes.tsx'), 'HomesPage'),
  ),
  screen(
    '/homes/$id',
    lazyRouteComponent(() => import('./homes.tsx'), 'HouseholdPage'),
  ),
  screen(
    '/homes/$id/card',
    lazyRouteComponent(() => import('#modules/fields/console/card.tsx'), 'CardPage'),
  ),
  screen(
    '/dwellings/$id',
    lazyRouteComponent(() => import('#modules/homes/console/dwelling.tsx'), 'DwellingPage'),
  ),
  screen(
    '/people/$id',
    lazyRouteComponent(() => import('./homes.tsx'), 'ResidentPage'),
  ),
  screen(
    '/places',
    lazyRouteComponent(() => import('./places/places.tsx'), 'PlacesPage'),
  ),
  screen(
    '/duties',
    lazyRouteComponent(() => import('#modules/duties/console/duties.tsx'), 'DutiesPage'),
  ),
  screen(
    '/posts',
    lazyRouteComponent(() => import('#modules/posts/console/posts.tsx'), 'PostsPage'),
  ),
  screen(
    '/organs',
    lazyRouteComponent(() => import('./organs.tsx'), 'OrgansPage'),
  ),
  screen(
    '/who-can',
    lazyRouteComponent(() => import('#modules/posts/console/who-can.tsx'), 'WhoCanPage'),
  ),
  screen(
    '/orders',
    lazyRouteComponent(() => import('#modules/orders/console/orders.tsx'), 'OrdersPage'),
  ),
  screen(
    '/orders/new',
    lazyRouteComponent(() => import('#modules/orders/console/compose.tsx'), 'ComposePage'),
  ),
  screen(
    '/orders/warnings',
    lazyRouteComponent(() => import('#modules/orders/console/warnings.tsx'), 'WarningsPage'),
  ),
  screen(
    '/orders/$id',
    lazyRouteComponent(() => import('#modules/orders/console/order.tsx'), 'OrderPage'),
  ),
  screen(
    '/orders/$id/print',
    lazyRouteComponent(() => import('#modules/orders/console/print.tsx'), 'PrintPage'),
  ),
  screen(
    '/bonds',
    lazyRouteComponent(() => import('#modules/bonds/console/coverage.tsx'), 'BondsPage'),
  ),
  screen(
    '/bonds/door',
    lazyRouteComponent(() => import('#modules/bonds/console/door.tsx'), 'DoorPage'),
  ),
  screen(
    '/bonds/rotation',
    lazyRouteComponent(() => import('#modules/bonds/console/rotation.tsx'), 'RotationPage'),
  ),
  screen(
    '/bonds/reporting',
    lazyRouteComponent(() => import('#modules/bonds/console/reporting.tsx'), 'ReportingPage'),
  ),
  screen(
    '/bonds/kinds',
    lazyRouteComponent(() => import('#modules/bonds/console/kinds.tsx'), 'KindsPage'),
  ),
  screen(
    '/tuesday',
    lazyRouteComponent(() => import('#modules/visits/console/tuesday.tsx'), 'TuesdayPage'),
  ),
  screen(
    '/visits',
    lazyRouteComponent(() => import('#modules/visits/console/visits.tsx'), 'VisitsPage'),
  ),
  screen(
    '/emergency',
    lazyRouteComponent(() => import('#modules/emergency/console/list.tsx'), 'EmergencyPage'),
  ),
  screen(
    '/emergency/declare',
    lazyRouteComponent(() => import('#modules/emergency/console/declare.tsx'), 'DeclarePage'),
  ),
  screen(
    '/emergency/playbooks',
    lazyRouteComponent(() => import('#modules/emergency/console/playbooks.tsx'), 'PlaybooksPage'),
  ),
  screen(
    '/emergency/playbooks/revise',
    lazyRouteComponent(() => import('#modules/emergency/console/playbook-revise.tsx'), 'RevisePage'),
  ),
  screen(
    '/emergency/$id',
    lazyRouteComponent(() => import('#modules/emergency/console/one.tsx'), 'OneEmergencyPage'),
  ),
  screen(
    '/emergency/$id/reports',
    lazyRouteComponent(() => import('#modules/emergency/console/reports.tsx'), 'ReportsPage'),
  ),
  screen(
    '/emergency/$id/kept',
    lazyRouteComponent(() => import('#modules/emergency/console/kept.tsx'), 'KeptPage'),
  ),
  screen(
    '/emergency/$id/after',
    lazyRouteComponent(() => import('#modules/emergency/console/after.tsx'), 'AfterPage'),
  ),
  screen(
    '/emergency/certificates/$id',
    lazyRouteComponent(() => import('#modules/emergency/console/certificate.tsx'), 'CertificatePage'),
  ),
  screen(
    '/relief',
    lazyRouteComponent(() => import('#modules/relief/console/relief.tsx'), 'ReliefPage'),
  ),
  screen(
    '/relief/calls',
    lazyRouteComponent(() => import('#modules/relief/console/calls/calls.tsx'), 'CallsPage'),
  ),
  screen(
    '/relief/passes',
    lazyRouteComponent(() => import('#modules/relief/console/passes/passes.tsx'), 'PassesPage'),
  ),
  screen(
    '/relief/stays',
    lazyRouteComponent(() => import('#modules/relief/console/stays/stays.tsx'), 'StaysPage'),
  ),
  screen(
    '/relief/items',
    lazyRouteComponent(() => import('#modules/relief/console/items/items.tsx'), 'ItemsPage'),
  ),
  screen(
    '/relief/shifts',
    lazyRouteComponent(() => import('#modules/relief/console/shifts/shifts.tsx'), 'ShiftsPage'),
  ),
  screen(
    '/relief/seeks',
    lazyRouteComponent(() => import('#modules/relief/console/seeks/seeks.tsx'), 'SeeksPage'),
  ),
  screen(
    '/relief/firms',
    lazyRouteComponent(() => import('#modules/relief/console/firms/firms.tsx'), 'FirmsPage'),
  ),
  screen(
    '/relief/items/$id/print',
    lazyRouteComponent(() => import('#modules/relief/console/items/receipt.tsx'), 'ReceiptPage'),
  ),
  screen(
    '/relief/sweeps',
    lazyRouteComponent(() => import('#modules/relief/console/sweeps/sweeps.tsx'), 'SweepsPage'),
  ),
  screen(
    '/relief/checks',
    lazyRouteComponent(() => import('#modules/relief/console/checks/checks.tsx'), 'ChecksPage'),
  ),
  screen(
    '/relief/checks/lay',
    lazyRouteComponent(() => import('#modules/relief/console/checks/lay.tsx'), 'LayPage'),
  ),
  screen(
    '/record',
    lazyRouteComponent(() => import('#modules/oversight/console/record.tsx'), 'RecordPage'),
  ),
  screen(
    '/phones',
    lazyRouteComponent(() => import('#modules/sync/console/phones.tsx'), 'PhonesPage'),
  ),
  screen(
    '/outbox',
    lazyRouteComponent(() => import('#modules/oversight/console/outbox.tsx'), 'OutboxPage'),
  ),
  screen(
    '/fields',
    lazyRouteComponent(() => import('#modules/fields/console/registry.tsx'), 'RegistryPage'),
  ),
  screen(
    '/forms',
    lazyRouteComponent(() => import('#modules/fields/console/forms.tsx'), 'FormsPage'),
  ),
  screen(
    '/burden',
    lazyRouteComponent(() => import('#modules/fields/console/burden.tsx'), 'BurdenPage'),
  ),
  screen(
    '/contests',
    lazyRouteComponent(() => import('#modules/fields/console/contests.tsx'), 'ContestsPage'),
  ),
  screen(
    '/entries',
    lazyRouteComponent(() => import('#modules/fields/console/looks.tsx'), 'LooksPage'),
  ),
  screen(
    '/homes/import',
    lazyRouteComponent(() => import('#modules/homes/console/imports.tsx'), 'ImportsPage'),
  ),
  screen(
    '/homes/import/$id',
    lazyRouteComponent(() => import('#modules/homes/console/import-one.tsx'), 'ImportPage'),
  ),
  screen(
    '/homes/same',
    lazyRouteComponent(() => import('#modules/matches/console/pairs.tsx'), 'PairsPage'),
  ),
  screen(
    '/disclosure',
    lazyRouteComponent(() => import('#modules/consents/console/disclosure.tsx'), 'DisclosurePage'),
  ),
  screen(
    '/purposes',
    lazyRouteComponent(() => import('#modules/consents/console/purposes.tsx'), 'PurposesPage'),
  ),
  screen(
    '/account',
    lazyRouteComponent(() => import('#modules/signin/console/account.tsx'), 'AccountPage'),
  ),
]
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('#modules/signin/console/sign-in.tsx'), 'SignInPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([inside.addChildren(screens), signIn]),
  basepath: '/console',
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  defaultErrorComponent: BrokenPage,
  parseSearch: parseAddress,
  stringifySearch: addressText,
})

function Waiting() {
  return (
    <main className="page">
      <Skeleton lines={8} />
    </main>
  )
}
