import { answer, type AskContext } from '#kernel/ask.ts'
import { covers } from '#kernel/authorise.ts'
import { dayOf, instant, millis } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { holdsUnder } from '#kernel/holds.ts'
import type { z } from 'zod'
import { placeTree, type Tree } from '#modules/places/api.ts'
import { type DecisionRow, getActivation, listLog, type Power } from './contract.ts'
import { isCapability, leversOf, playbooks } from './playbook-index.ts'
import { canOf, shownBands } from './shown.ts'
import { type Decision, decisionsOf, readLog } from './store-decisions.ts'
import { findCertificate } from './store-ending.ts'
import { countRaised, type RaisedRow, raisedPosts } from './store-raised.ts'
import { signaturesOf } from './store-seen.ts'
import { type Activation, findActivation } from './store.ts'

const FIRST = 200

const get = answer(getActivation, {
  permission: 'emergency.read',
  async run(ctx, { id }) {
    const a = (await findActivation(ctx.tx, id)) ?? refuse('not_found')
    const [band] = await shownBands(ctx, [a], ctx.actor.place ?? undefined)
    const tree = await placeTree(ctx.platform)
    const book = (await playbooks(ctx.platform)).get(a.playbook, a.version)
    const raised = await countRaised(ctx.tx, id)
    const posts = await raisedPosts(ctx.tx, id, a.state === 'active' ? dayOf(ctx.now) : null, FIRST)
    const certificate = a.certificate ? await findCertificate(ctx.tx, a.certificate) : undefined
    const { playbook, version, reason, place, endedAt, whyEnded, step, destroyAt } = a
    return {
      ...(band ?? refuse('internal')),
      playbook,
      version,
      reason,
      place,
      endedAt,
      whyEnded,
      step,
      destroyAt,
      certificate: a.certificate,
      placeName: tree.nameOf(place),
      filing: filingOf(a, ctx.now),
      ...reviewOf(a, ctx.now),
      stop: book?.levels[a.level].stop ?? [],
      decisions: await shownDecisions(ctx, a),
      powers: await powersOf(ctx, a),
      posts: posts.map((post) => shownPost(post, tree)),
      postCount: raised.posts,
      bonds: raised.bonds,
      can: canOf(ctx, a, certificate?.witnessedAt != null),
    }
  },
})

const shownPost = ({ name, team, holder, place, id, role, until }: RaisedRow, tree: Tree) => ({
  id,
  title: name,
  group: team,
  role,
  name: holder,
  place,
  placeName: tree.shortName(place),
  until,
})
const reviewOf = (a: Activation, now: number) => ({
  reviewAt: a.reviewAt ?? a.at,
  reviewLate: a.state === 'active' && now > millis(a.reviewAt ?? a.at),
})
const filingOf = (a: Activation, now: number) => ({
  dueDay: a.filingDue ?? dayOf(millis(a.at)),
  number: a.filingNumber,
  day: a.filedOn,
  late: !a.drill && a.filingDue !== null && (a.filedOn ?? dayOf(now)) > a.filingDue,
})

async function shownDecisions(ctx: AskContext, a: Activation): Promise<z.infer<typeof DecisionRow>[]> {
  const all = await decisionsOf(ctx.tx, a.id)
  const signed = await signaturesOf(
    ctx.tx,
    all.flatMap(({ proposedPost, confirmedPost }) => [proposedPost, confirmedPost]),
  )
  const scope = ctx.reaches('emergency.confirm')
  const may = scope !== undefined && covers(scope, { place: a.place })
  return all.map((d) => ({
    id: d.id as never,
    kind: d.kind,
    level: d.level,
    state: d.state,
    reason: d.reason,
    legalBasis: d.legalBasis,
    hours: d.hours,
    proposedBy: signed.get(d.proposedPost ?? '') ?? null,
    proposedAt: d.proposedAt,
    confirmedBy: signed.get(d.confirmedPost ?? '') ?? null,
    confirmedAt: d.confirmedAt,
    whyDropped: d.whyDropped,
    endsAt: d.endsAt,
    told: d.told,
    effects: d.effects,
    can: may && d.state === 'proposed' ? canDecide(d, ctx.actor.person) : [],
  }))
}
const canDecide = ({ proposedBy }: Decision, person: string | null): ('confirm' | 'drop')[] =>
  proposedBy === person ? ['drop'] : ['confirm', 'drop']

async function powersOf(ctx: AskContext, a: Activation): Promise<z.infer<typeof Power>[]> {
  const [known, tree] = [leversOf(ctx.platform), await placeTree(ctx.platform)]
  return (await holdsUnder(ctx.tx, a.id)).map(({ id, lever, place, value, startsAt, endsAt }) => {
    const one = known.get(lever)
    return {
      id,
      sort: one && isCapability(one) ? ('capability' as const) : ('lever' as const),
      lever,
      doc: one?.doc ?? '',
      usual: (one?.usual ?? null) as never,
      value: value as never,
      place,
      placeName: tree.nameOf(place),
      from: instant(startsAt),
      until: instant(endsAt),
      live: startsAt <= ctx.now && ctx.now < endsAt,
    }
  })
}

const log = answer(listLog, {
  permission: 'emergency.read',
  async run(ctx, { id, limit, cursor }) {
    const rows = await readLog(ctx.tx, id, limit + 1, readCursor(cursor, 2))
    const page = pageOf(rows, limit, (row) => [row.at, row.id])
    return { rows: page.rows.map(({ at, sort, text, key, by }) => ({ at, sort, text, key, by })), next: page.next }
  },
})

export const oneAnswers = [get, log]
