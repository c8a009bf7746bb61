import { type Clock, instant, type Instant } from '#kernel/clock.ts'
import type { Sms } from '#kernel/platform.ts'

/** Messages kept for the developer's page; older ones fall out. */
const KEPT = 200

export type Letter = { to: string; text: string; at: Instant }
export type Inbox = {
  sms: Sms
  /** Newest first. */
  list(): Letter[]
}

/**
 * The messenger of a machine without one: what would be sent is printed and kept in memory, one-time codes included, so it is
 * for demos and tests only.
 */
export function developerInbox({ clock, print }: { clock: Clock; print: (line: string) => void }): Inbox {
  const letters: Letter[] = []
  return {
    sms: {
      send(to, text) {
        letters.unshift({ to, text, at: instant(clock.now()) })
        letters.length = Math.min(letters.length, KEPT)
        print(`SMS to ${to}: ${text}`)
        return Promise.resolve()
      },
    },
    list: () => [...letters],
  }
}
