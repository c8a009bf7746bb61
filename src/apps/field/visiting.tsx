import '#modules/visits/parts/visits.css'
import { DoorPage as Door } from '#modules/visits/field/door.tsx'
import { TodaysDoors } from '#modules/visits/field/doors.tsx'
import { MandatePage as Witness } from '#modules/visits/field/mandate.tsx'
import { MyPromises } from '#modules/visits/field/promises.tsx'
import { SlipPage as Slip } from '#modules/visits/field/slip.tsx'
import { VisitPage as Visit } from '#modules/visits/field/visit.tsx'
import type { At } from '#ui/route.tsx'
import { Staff } from './frame.tsx'

type Opened = { at: At }
const household = (at: At): string => at.params['household'] ?? ''

export const DoorsPage = () => <Staff>{() => <TodaysDoors />}</Staff>
export const DoorPage = ({ at }: Opened) => <Staff>{() => <Door household={household(at)} />}</Staff>
export const VisitPage = ({ at }: Opened) => <Staff>{() => <Visit household={household(at)} />}</Staff>
export const MandatePage = ({ at }: Opened) => <Staff>{() => <Witness household={household(at)} />}</Staff>
export const PromisesPage = () => <Staff>{() => <MyPromises />}</Staff>
export const SlipPage = ({ at }: Opened) => <Staff>{() => <Slip visit={at.params['id'] ?? ''} />}</Staff>
