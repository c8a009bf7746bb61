import type { Clock } from '#kernel/clock.ts'
import type { Platform } from '#kernel/platform.ts'
import { setDataKey } from '#modules/people/sealed.ts'
import { makePlatform } from '#apps/server/platform.ts'

export type Making = { url: string; now: number; rowSecurity?: boolean; connections?: number }

/** The product's own platform; only its clock starts at the city's hour, so that the past stays as old as it was made. */
export function benchPlatform({ url, now, rowSecurity = true, connections = 10 }: Making): Platform {
  // The bench city's people are made up, and so is its key.
  setDataKey(Buffer.alloc(32, 7))
  const stored = new Map<string, Uint8Array>()
  return makePlatform({
    url,
    clock: clockFrom(now),
    rowSecurity,
    connections,
    ports: {
      sms: { send: () => Promise.resolve() },
      files: {
        put: async (key, bytes) => void stored.set(key, bytes),
        get: async (key) => stored.get(key),
        remove: async (key) => void stored.delete(key),
      },
    },
    log: {
      info: () => {},
      warn: (facts, text) => console.error(text, facts),
      error: (facts, text) => console.error(text, facts),
    },
  })
}

function clockFrom(start: number): Clock {
  const began = performance.now()
  return { now: () => Math.floor(start + performance.now() - began) }
}
