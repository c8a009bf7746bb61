import type { OutputOf } from '#kernel/contract.ts'
import { useScope } from '#modules/places/parts/scope.tsx'
import { home } from '#modules/emergency/contract.ts'
import { digitsOf, type Level, levelOf, pathOf } from '#modules/places/contract.ts'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { useAsk } from '#ui/query.tsx'

export type InForce = OutputOf<typeof home>['rows'][number]
/** What the panels of the room are about. */
export type Room = { row: InForce; place: string; by: Level }

/** Answers are no events: a city that answers would not be heard over itself. So what counts them asks by the clock. */
export const LIVE_MS = 2000
/** What is told through the live line asks by the clock only in case that was cut. */
export const CALM_MS = 30_000

const MAPPED: Record<Level, Level> = {
  city: 'township',
  county: 'township',
  township: 'village',
  village: 'grid',
  grid: 'grid',
  microgrid: 'grid',
}
const NEEDED = ['emergency.situation', 'emergency.read', 'orders.coverage', 'relief.room']

/** What is in force where one acts, the earnest before a drill; undefined in peace and for whom no room is kept. */
export function useRooms(): { rows: InForce[]; room: Room | undefined } {
  const { permissions } = useActing()
  const [address] = useAddress()
  const { place } = useScope()
  const may = NEEDED.every((one) => permissions.has(one))
  const asked = useAsk(home, {}, { when: may, everyMs: CALM_MS })
  const rows = (asked.data?.rows ?? []).toSorted((a, b) => Number(a.drill) - Number(b.drill))
  const row = rows.find(({ id }) => id === address['response']) ?? rows[0]
  return { rows, room: row && { row, place, by: MAPPED[levelOf(place)] } }
}

/** The node of situation reports that a place is, or lies above; none tells below the village, and none outside the area. */
export function reportNode({ row, place }: Room): string | undefined {
  const codes = row.area.map(({ code }) => code)
  const root = pathOf(codes[0] ?? '').findLast((code) => codes.every((one) => one.startsWith(code))) ?? ''
  if (!touches(row, place) || place.length > digitsOf('village')) return undefined
  return place.startsWith(root) ? place : root
}

/** Lies in the area, or above a part of it. */
export const touches = ({ area }: InForce, code: string): boolean =>
  area.some((one) => code.startsWith(one.code) || one.code.startsWith(code))
