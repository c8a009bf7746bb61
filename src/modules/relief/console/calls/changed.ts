import { listCalls } from '../../contract-hotline.ts'
import { reliefRoom } from '../../contract-room.ts'

export const CALLS_CHANGED = [listCalls, reliefRoom]
