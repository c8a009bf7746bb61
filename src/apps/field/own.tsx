import { leadsOf } from '#apps/faces/leads.ts'
import { Notices } from '#modules/notices/parts/notice-list.tsx'
import { StaffMe } from '#modules/signin/field/me.tsx'
import { Sessions } from '#modules/signin/parts/sessions.tsx'
import { Staff } from './frame.tsx'

const leadOf = leadsOf('field')
export const NoticesPage = () => <Staff nav>{() => <Notices leadOf={leadOf} />}</Staff>
export const MePage = () => <Staff nav>{(me) => <StaffMe me={me} />}</Staff>
export const SessionsPage = () => <Staff>{() => <Sessions up="/me" />}</Staff>
