import { type Clock, instant, type Instant } from '#kernel/clock.ts'
import type { Sms } from '#kernel/platform.ts'

/** Messages kept for the developer's page; older ones fall out. An order to a whole city is 38,000 of them. */
const KEPT = 100_000
const SHOWN = 200

export type Letter = { to: string; text: string; at: Instant }
export type Inbox = {
  sms: Sms
  /** The 200 newest, newest first; of one number, when it is given. */
  list(to?: string): Letter[]
}

/**
 * The messenger of a machine without one: what would be sent is kept in memory, one-time codes included, and given to `print`, so
 * it is for demos and tests only.
 */
export function developerInbox({ clock, print }: { clock: Clock; print?: (line: string) => void }): Inbox {
  let letters: Letter[] = []
  return {
    sms: {
      send(to, text) {
        letters.push({ to, text, at: instant(clock.now()) })
        if (letters.length >= 2 * KEPT) letters = letters.slice(-KEPT)
        print?.(`SMS to ${to}: ${text}`)
        return Promise.resolve()
      },
    },
    list: (to) => (to ? letters.filter((letter) => letter.to === to) : letters).slice(-SHOWN).toReversed(),
  }
}
