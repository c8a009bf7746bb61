import { ordersRoom } from '#modules/orders/contract-room.ts'
import { listOrders } from '#modules/orders/contract.ts'
import { reliefMap, reliefRoom } from '#modules/relief/contract-room.ts'
import { useAsk } from '#ui/query.tsx'
import { CALM_MS, LIVE_MS, type Room } from './use-room.ts'

/** The same question from several panels is asked once. */
export const useOrders = ({ row, place, by }: Room) =>
  useAsk(ordersRoom, { place, by, since: row.since }, { everyMs: LIVE_MS })
export const useInForceList = ({ place }: Room) =>
  useAsk(listOrders, { place, state: 'live', limit: 30 }, { everyMs: LIVE_MS })
export const useTools = ({ place }: Room) => useAsk(reliefRoom, { place }, { everyMs: CALM_MS })
export const useGround = ({ place, by }: Room) => useAsk(reliefMap, { place, by }, { everyMs: CALM_MS })
