import { answer } from '#kernel/ask.ts'
import { dayOf } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { liveHolds } from '#kernel/holds.ts'
import { deciding } from '#kernel/levers.ts'
import type { AskContext } from '#kernel/ask.ts'
import { instant } from '#kernel/clock.ts'
import { householdOf } from '#modules/homes/api.ts'
import { placeTree } from '#modules/places/api.ts'
import { current, home, listActivations } from './contract.ts'
import { isCapability, leversOf } from './playbook-index.ts'
import { reportsOf } from './reporting.ts'
import { inArea, touches } from './rules.ts'
import { shownBands } from './shown.ts'
import { postsRaisedFor } from './store-raised.ts'
import { reportsAt } from './store-reports.ts'
import { type Activation, listAll, readLive } from './store.ts'

const now = answer(current, {
  permission: 'emergency.current',
  async run(ctx, { place }) {
    const live = await readLive(ctx.tx, ctx.now)
    // Every phone asks this each minute, and nearly always there is nothing.
    if (live.length === 0) return { rows: [] }
    const bands = await shownBands(ctx, live, place ?? (await whereOf(ctx)))
    return { rows: bands.toSorted((a, b) => Number(b.here) - Number(a.here)) }
  },
})

/** Where the asker acts; of a resident, where he lives. */
async function whereOf({ tx, now: at, actor }: AskContext): Promise<string | undefined> {
  if (actor.place) return actor.place
  return actor.person ? (await householdOf(tx, actor.person, dayOf(at)))?.place : undefined
}

const list = answer(listActivations, {
  permission: 'emergency.current',
  async run(ctx, { state, drill, limit, cursor }) {
    // What was only proposed has no effect on anybody, and is nobody's business but the staff's.
    if ((state === 'proposed' || state === 'dropped') && ctx.actor.kind !== 'staff') refuse('forbidden', { state })
    const found = await listAll(ctx.tx, { state, drill, limit: limit + 1, after: readCursor(cursor, 2) })
    const { rows, next } = pageOf(found, limit, ({ at, id }) => [at, id])
    const bands = await shownBands(ctx, rows, ctx.actor.place ?? undefined)
    return {
      rows: bands.map((band, i) => {
        const { endedAt = null, whyEnded = null, certificate = null } = rows[i] ?? {}
        return { ...band, endedAt, whyEnded, certificate }
      }),
      next,
    }
  },
})

const mine = answer(home, {
  permission: 'emergency.home',
  async run(ctx) {
    const place = ctx.actor.place ?? ''
    const live = (await readLive(ctx.tx, ctx.now)).filter(({ area }) => touches(area, place))
    const bands = await shownBands(ctx, live, place)
    const tree = await placeTree(ctx.platform)
    const raised = await postsRaisedFor(
      ctx.tx,
      ctx.actor.person ?? '',
      live.map(({ id }) => id),
      dayOf(ctx.now),
    )
    const opens = await openAt(ctx, place)
    const rows = []
    for (const [i, band] of bands.entries()) {
      const a = live[i]
      if (!a) continue
      const posts = raised.filter(({ activation }) => activation === a.id)
      rows.push({
        ...band,
        posts: posts.map(({ title, team, place: at }) => ({
          title,
          group: team,
          place: at,
          placeName: tree.shortName(at),
        })),
        opens: inArea(a.area, place) ? opens : [],
        report: await owed(ctx, a, place),
      })
    }
    return { rows }
  },
})

async function openAt(ctx: AskContext, place: string): Promise<string[]> {
  const holds = await liveHolds(ctx.tx, ctx.now)
  const capabilities = [...leversOf(ctx.platform).values()].filter(isCapability)
  return capabilities.map(({ name }) => name).filter((name) => deciding(name, holds, place, ctx.now)?.value === true)
}

/** The report of the present round, if this node reports and has not approved; a round that was missed shows as late with the next one. */
async function owed(ctx: AskContext, a: Activation, place: string) {
  const scope = ctx.reaches('emergency.tell')
  const reports = await reportsOf(ctx, a.id)
  if (!scope || !reports.isNode(place)) return null
  const no = reports.last
  const [own] = await reportsAt(ctx.tx, { activation: a.id, no }, [place])
  if (own?.state === 'approved') return null
  const children = reports.childrenOf(place)
  const approved = (await reportsAt(ctx.tx, { activation: a.id, no }, children)).filter(
    ({ state }) => state === 'approved',
  )
  const dueAt = reports.dueAt(no)
  return { no, dueAt: instant(dueAt), place, late: ctx.now > dueAt, waiting: children.length - approved.length }
}

export const answers = [now, list, mine]
