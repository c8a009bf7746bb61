import Building from 'lucide-react/icons/building-2'
import CalendarDays from 'lucide-react/icons/calendar-days'
import ClipboardList from 'lucide-react/icons/clipboard-list'
import Database from 'lucide-react/icons/database'
import Eye from 'lucide-react/icons/eye'
import Handshake from 'lucide-react/icons/handshake'
import House from 'lucide-react/icons/house'
import LayoutDashboard from 'lucide-react/icons/layout-dashboard'
import ListChecks from 'lucide-react/icons/list-checks'
import MapPinned from 'lucide-react/icons/map-pinned'
import Megaphone from 'lucide-react/icons/megaphone'
import Route from 'lucide-react/icons/route'
import Scale from 'lucide-react/icons/scale'
import Send from 'lucide-react/icons/send'
import ShieldAlert from 'lucide-react/icons/shield-alert'
import ShieldCheck from 'lucide-react/icons/shield-check'
import { frameTexts as t } from '../messages.ts'

/** What the rail offers, what is done before who and what there is, and that before the record; each only to whom the acting post permits it. */
export const MENU = [
  [
    { to: '/', name: t.overview, icon: LayoutDashboard, permission: 'cases.figures' },
    { to: '/cases', name: t.cases, icon: ListChecks, permission: 'cases.read' },
    { to: '/orders', name: t.orders, icon: Megaphone, permission: 'orders.mine' },
    { to: '/emergency', name: t.emergency, icon: ShieldAlert, permission: 'emergency.read' },
    { to: '/relief', name: t.relief, icon: Route, permission: 'relief.room' },
  ],
  [
    { to: '/homes', name: t.homes, icon: House, permission: 'homes.see' },
    { to: '/places', name: t.places, icon: MapPinned, permission: 'places.get' },
    { to: '/duties', name: t.duties, icon: ClipboardList, permission: 'duties.list' },
    { to: '/posts', name: t.posts, icon: Building, permission: 'posts.list' },
    { to: '/fields', name: t.data, icon: Database, permission: 'fields.forms' },
    { to: '/bonds', name: t.bonds, icon: Handshake, permission: 'bonds.reporting' },
    { to: '/tuesday', name: t.fieldDay, icon: CalendarDays, permission: 'visits.outings' },
  ],
  [
    { to: '/record', name: t.record, icon: ShieldCheck, permission: 'oversight.record' },
    { to: '/disclosure', name: t.disclosure, icon: Eye, permission: 'consents.delays' },
    { to: '/outbox', name: t.outbox, icon: Send, permission: 'oversight.outbox' },
    { to: '/purposes', name: t.purposes, icon: Scale, permission: 'consents.purposes' },
  ],
] as const
