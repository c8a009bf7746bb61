import { Parcels } from '#modules/sync/field/parcels.tsx'
import { Phones } from '#modules/sync/field/phones.tsx'
import { Staff } from './frame.tsx'

export { startOffline } from '#modules/sync/field/start.ts'

export const ParcelsPage = () => <Staff>{() => <Parcels />}</Staff>
export const PhonesPage = () => <Staff>{() => <Phones />}</Staff>
