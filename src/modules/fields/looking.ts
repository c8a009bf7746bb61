import { answer } from '#kernel/ask.ts'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { type Job, keyOf } from '#kernel/jobs.ts'
import { handler } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { householdOf } from '#modules/homes/api.ts'
import {
  contestOverdue,
  listSuspicions,
  listUploads,
  lookedAt,
  type Suspicion,
  suspect,
  type Upload,
} from './contract-contests.ts'
import { suspicious } from './detectors.ts'
import { definitions } from './registry.ts'
import * as arrivals from './store-arrivals.ts'
import { dueContests } from './store-contests.ts'
import { readUploads, type UploadRow } from './store-uploads.ts'
import { aboutSubject } from './whereabouts.ts'

type Asking = { tx: Tx; now: number; platform: Platform }
type Row = Awaited<ReturnType<typeof arrivals.listSuspicionRows>>[number]

/** A month, in which each round comes past each door about once. */
const WINDOW = 31 * DAY_MS

const compare = handler(suspect, {
  load: () => Promise.resolve({}),
  allow: { permission: 'fields.suspect', where: (_, { place }) => ({ place }) },
  async handle(ctx, { place, day }) {
    const registry = (await definitions(ctx.platform)).on(dayOf(ctx.now))
    const fields = registry.filter((one) => !one.core && one.sensitivity !== 'S3').map(({ key }) => key)
    const findings = suspicious(await arrivals.readArrived(ctx.tx, place, ctx.now - WINDOW, fields))
    const where = new Map(
      (
        await arrivals.placesOfEntries(
          ctx.tx,
          findings.flatMap(({ entries }) => entries),
        )
      ).map((one) => [one.entry, one.place]),
    )
    const made = findings.map((one) => ({
      ...one,
      entries: [...new Set(one.entries)],
      id: keyOf(`suspicion ${one.sign} ${one.fields.join()} ${one.entries.toSorted().join()}`),
      place: common(one.entries.map((entry) => where.get(entry) ?? place)),
    }))
    const found = await arrivals.addSuspicions(ctx.tx, made, ctx.now)
    await arrivals.setCompared(ctx.tx, place, day, found)
    return { found }
  },
})

/** The narrowest place that holds all of them: codes are prefixes, of 4, 6, 9, 12 or 15 digits. */
function common(codes: readonly string[]): string {
  const [first = ''] = codes
  return (
    [15, 12, 9, 6, 4]
      .map((digits) => first.slice(0, digits))
      .find((code) => codes.every((one) => one.startsWith(code))) ?? ''
  )
}

const list = answer(listSuspicions, {
  permission: 'fields.suspicions',
  async run(ctx, { looked, limit, cursor }) {
    const found = await arrivals.listSuspicionRows(ctx.tx, ctx.scope, looked, limit + 1, readCursor(cursor, 2))
    const { rows, next } = pageOf(found, limit, ({ foundAt, id }) => [foundAt, id])
    return { rows: await Promise.all(rows.map((row) => shown(ctx, row))), next }
  },
})

const SAMPLE = 6
async function shown(ctx: Asking, { entries, ...row }: Row): Promise<Suspicion> {
  const sample = await arrivals.sampleOf(ctx.tx, entries, SAMPLE)
  const named = await Promise.all(
    sample.map(async ({ kind, subject, day }) => ({ door: await doorName(ctx, kind, subject), day })),
  )
  // Two dwellings may stand behind one address.
  const doors = [...new Map(named.map((one) => [`${one.door} ${one.day}`, one])).values()]
  return { ...row, sample: doors }
}
/** Of a person the door only: an address is looked at again, nobody is named. */
async function doorName(ctx: Asking, kind: arrivals.Came['kind'], subject: string): Promise<string> {
  if (kind !== 'person') return (await aboutSubject(ctx, kind, subject))?.name ?? ''
  const member = await householdOf(ctx.tx, subject, dayOf(ctx.now))
  return member ? ((await aboutSubject(ctx, 'household', member.household))?.name ?? '') : ''
}

const look = handler(lookedAt, {
  load: async (ctx, { id }) => (await arrivals.lockSuspicion(ctx.tx, id)) ?? refuse('not_found'),
  allow: { permission: 'fields.lookedAt', where: ({ place }, { id }) => ({ place, subject: id }) },
  async handle(ctx, { id, outcome, note }, found) {
    if (found.lookedAt) refuse('already')
    await arrivals.setLooked(ctx.tx, id, { outcome, note, now: ctx.now, post: ctx.actor.post })
    return shown(ctx, (await arrivals.lockSuspicion(ctx.tx, id)) ?? refuse('internal'))
  },
})

const uploads = answer(listUploads, {
  permission: 'fields.uploads',
  async run(ctx, { limit }) {
    const rows = await readUploads(ctx.tx, ctx.actor.post ?? refuse('forbidden'), limit)
    return { rows: await Promise.all(rows.map((row) => upload(ctx, row))) }
  },
})

async function upload(ctx: Asking, { subjects, kind, subject, keys, forms, ...row }: UploadRow): Promise<Upload> {
  const about = kind && subject ? await doorName(ctx, kind, subject) : ''
  const fed = forms.reduce((sum, form) => sum + form.fields, 0)
  return {
    ...row,
    who: subjects > 1 ? `${about} +${subjects - 1}` : about,
    forms: forms.map(({ zh, en }) => ({ zh, en })),
    spared: Math.max(0, fed - keys.length),
  }
}

/** Every township where something came in is compared once a day. */
const comparing: Job = {
  name: 'fields.compare',
  everySeconds: 1800,
  async find(tx, now, limit) {
    const day = dayOf(now)
    const places = await arrivals.placesToCompare(tx, now - WINDOW, day, limit)
    return places.map(({ place }) => ({ command: suspect.name, input: { place, day }, because: `${place} ${day}` }))
  },
}
const overdue: Job = {
  name: 'fields.overdue',
  everySeconds: 60,
  find: async (tx, now, limit) =>
    (await dueContests(tx, now, limit)).map(({ id, dueAt }) => ({
      command: contestOverdue.name,
      input: { id },
      because: `${id} ${dueAt}`,
    })),
}

export const looking = { handlers: [compare, look], answers: [list, uploads], jobs: [comparing, overdue] }
