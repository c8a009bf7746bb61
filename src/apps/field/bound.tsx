import { MyDoors } from '#modules/bonds/field/my-doors.tsx'
import { Staff } from './frame.tsx'

export const BondsPage = () => <Staff>{() => <MyDoors />}</Staff>
