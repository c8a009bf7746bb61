import { ShiftBoard } from '../../parts/shift-board.tsx'
import { useRoom } from '../room.ts'

/** Seats at checkpoints and in shelters, for whoever is of the staff. */
export const Shifts = () => <ShiftBoard up="/" place={undefined} here={useRoom()?.place} />
