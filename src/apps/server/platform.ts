import { systemClock, type Clock } from '#kernel/clock.ts'
import { connect } from '#kernel/db.ts'
import { liveThrough } from '#kernel/live.ts'
import { type Log, makeCache, type Platform, type Ports } from '#kernel/platform.ts'
import { slices } from './slices.ts'

export type Making = {
  url: string
  ports: Ports
  log: Log
  clock?: Clock
  strict?: boolean
  connections?: number
  rowSecurity?: boolean
}

export function makePlatform(m: Making): Platform {
  const db = connect(m.url, { connections: m.connections ?? 10, rowSecurity: m.rowSecurity ?? true })
  const live = liveThrough(db)
  const cache = makeCache()
  // Reference data held in the process follow the events that change them, in this process and in others.
  live.listen(({ name }) => cache.drop(`${name.split('.')[0]}.`))
  return {
    db,
    live,
    cache,
    slices,
    clock: m.clock ?? systemClock,
    ports: m.ports,
    log: m.log,
    strict: m.strict ?? false,
  }
}
