import { statutoryCalendar } from '#kernel/calendar.ts'
import { type Day, instant } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import type { Tx } from '#kernel/tx.ts'
import { openOfPosts } from '#modules/cases/api.ts'
import type { HandOverClock } from './levers.ts'
import { dueOf } from './rules.ts'
import {
  addressesOf,
  followBonds,
  type FollowedBond,
  insertAllLines,
  insertFiles,
  type NewLine,
} from './store-rotation.ts'

export type Changing = { was: string; became: string; place: string; day: Day }
type How = {
  rotation: string | null
  note: string
  clock: (place: string) => HandOverClock
  by: { person: string | null; post: string | null }
  why: string
  now: number
}
export type Opened = {
  files: { id: string; was: string; became: string; place: string }[]
  bonds: number
  dueAt: string
}

/**
 * Posts have changed hands: what they answer for goes on, and each successor gets a file of what he takes over. In the
 * transaction of whoever changed the posts; told twice, it does nothing the second time.
 */
export async function openFiles(tx: Tx, changing: readonly Changing[], how: How): Promise<Opened> {
  const { rotation, note, by, now, why } = how
  const made = changing.map(({ was, became, place, day }) => {
    const clock = how.clock(place)
    return {
      id: uuidv7(now),
      rotation,
      was,
      became,
      place,
      day,
      ...clock,
      calendar: statutoryCalendar.version,
      dueAt: instant(dueOf(day, clock)),
      note,
    }
  })
  const fresh = new Set((await insertFiles(tx, made)).map(({ id }) => id))
  const files = made.filter(({ id }) => fresh.has(id))
  const followed = await followBonds(tx, changing, { ...by, now, why })
  await addCasesAndBonds(tx, files, followed)
  return {
    files,
    bonds: followed.length,
    dueAt:
      made
        .map(({ dueAt }) => dueAt)
        .toSorted()
        .at(-1) ?? instant(now),
  }
}

type File = { id: string; was: string; became: string }

async function addCasesAndBonds(tx: Tx, files: readonly File[], followed: readonly FollowedBond[]): Promise<void> {
  const [byWas, byBecame] = [
    new Map(files.map((file) => [file.was, file.id])),
    new Map(files.map((file) => [file.became, file.id])),
  ]
  const addresses = new Map(
    (
      await addressesOf(
        tx,
        followed.flatMap(({ toId }) => toId ?? []),
      )
    ).map(({ id, address }) => [id, address]),
  )
  const cases = await openOfPosts(tx, [...byWas.keys()])
  const line = (file: string | undefined, rest: NewLine) => (file ? [{ file, ...rest }] : [])
  const lines = [
    ...cases.flatMap(({ id, number, place, assignee, dueAt }) =>
      line(byWas.get(assignee), { kind: 'case', subject: id, place, text: number, due: dueAt }),
    ),
    ...followed.flatMap(({ id, post, place, toId }) =>
      line(byBecame.get(post), {
        kind: 'bond',
        subject: id,
        place,
        text: (toId && addresses.get(toId)) || place,
        due: null,
      }),
    ),
  ]
  if (lines.length > 0) await insertAllLines(tx, lines)
}
