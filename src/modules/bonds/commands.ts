import { type Day, dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { notify } from '#modules/notices/api.ts'
import { placeTree } from '#modules/places/api.ts'
import { pathOf } from '#modules/places/contract.ts'
import {
  bondsChanged,
  endBond,
  makeBond,
  setKind,
  type Source,
  stand,
  standDown,
  substitute,
  type Target,
} from './contract.ts'
import { kindsOf } from './kinds.ts'
import { fits, inOrder, mostOf, notPast, withinQuota } from './rules.ts'
import { shownAnswerer } from './shown.ts'
import {
  bondsOfSource,
  closeBond,
  columnsOf,
  findSubject,
  insertBonds,
  insertSubstitute,
  leftBy,
  lockBond,
  lockLoad,
  type Subject,
} from './store.ts'
import { endAnswerer, findAnswerer, insertAnswerers, readStanding } from './store-doors.ts'
import { insertKinds, lastVersion } from './store-kinds.ts'
import { UUID } from '#kernel/ids.ts'

const uuid = (path: string, value: string): string =>
  UUID.test(value) ? value : refuse('invalid', { problems: [{ path, problem: 'not_an_id' }] })

/** Where it is and how it is called; refuses what is not there on the day. */
export async function demandSubject(
  ctx: CommandContext,
  path: string,
  end: Source | Target,
  day: Day,
): Promise<Subject> {
  if (end.kind === 'place') {
    const place = (await placeTree(ctx.platform)).get(end.id)
    return place
      ? { place: place.code, name: place.name, title: '' }
      : refuse('not_found', { problems: [{ path, problem: 'unknown_place' }] })
  }
  uuid(path, end.id)
  return (
    (await findSubject(ctx.tx, end, day)) ??
    refuse('not_found', { problems: [{ path, problem: `unknown_${end.kind}` }] })
  )
}

/** The bond is where its target is; where that has no place of its own, where its source is. */
const placeOf = (to: Target, target: Subject, source: Subject): string =>
  to.kind === 'place' ? to.id : target.place || source.place

const define = handler(setKind, {
  async load(ctx, { code, fromDay }) {
    notPast('fromDay', fromDay, dayOf(ctx.now))
    // Kinds hold for the whole city, so only who reaches all of it sets them.
    return { last: await lastVersion(ctx.tx, code), city: pathOf(ctx.actor.place ?? '')[0] ?? '' }
  },
  allow: { permission: 'bonds.setKind', where: ({ city }) => ({ place: city }) },
  async handle(ctx, input, { last }) {
    if (last && input.fromDay < last.fromDay) refuse('conflict', { from: last.fromDay })
    const kind = { ...input, version: (last?.version ?? 0) + 1 }
    await insertKinds(ctx.tx, [kind], { by: ctx.actor.post, now: ctx.now })
    ctx.platform.cache.drop('bonds.kinds')
    ctx.emit(bondsChanged, `kind ${kind.code}`, null, { place: '' })
    return kind
  },
})

const make = handler(makeBond, {
  async load(ctx, { kind, from, to, day = dayOf(ctx.now), until }) {
    notPast('day', day, dayOf(ctx.now))
    inOrder(day, until)
    const kinds = await kindsOf(ctx.platform)
    const one = kinds.demand(kind)
    fits(one, from, to)
    const [source, target] = [await demandSubject(ctx, 'from', from, day), await demandSubject(ctx, 'to', to, day)]
    return { one, day, place: placeOf(to, target, source) }
  },
  allow: { permission: 'bonds.make', where: ({ place }, { id }) => ({ place, subject: id }) },
  async handle(ctx, { id, kind, from, to, until = null, role }, { one, day, place }) {
    const load = (await lockLoad(ctx.tx, kind, from.id, day)) + 1
    withinQuota(load, mostOf(one.quota, null))
    const toId = to.kind === 'place' ? null : to.id
    await insertBonds(
      ctx.tx,
      [
        {
          id,
          kind,
          place,
          toKind: to.kind,
          toId,
          ...columnsOf(from),
          role,
          origin: 'assigned',
          from: day,
          until,
          follows: null,
        },
      ],
      { person: ctx.actor.person, post: ctx.actor.post, now: ctx.now },
    )
    if (from.kind === 'person') {
      ctx.concerns(from.id)
      await tellBound(ctx, from.id, place, 1)
    }
    ctx.emit(bondsChanged, id, place, { place })
    return { id, load }
  },
})

/** Whoever answers without a post learns of it in person; a post sees its doors where it works. */
export const tellBound = (ctx: CommandContext, person: string, place: string, count: number): Promise<unknown> =>
  notify(ctx, { to: { person }, kind: 'bond_given', params: { count }, subject: null, urgent: false, place })

const end = handler(endBond, {
  async load(ctx, { id, day }) {
    notPast('day', day, dayOf(ctx.now))
    const bond = (await lockBond(ctx.tx, id)) ?? refuse('not_found')
    if (bond.until !== null && bond.until <= day) refuse('already', { until: bond.until })
    return bond
  },
  allow: { permission: 'bonds.end', where: ({ place, id }) => ({ place, subject: id }) },
  async handle(ctx, { id, day, reason }, bond) {
    const until = day > bond.from ? day : bond.from
    await closeBond(ctx.tx, { id, day: until, by: ctx.actor.person, why: reason })
    ctx.concerns(bond.person)
    ctx.emit(bondsChanged, id, bond.place, { place: bond.place })
    return { id, until, left: await leftBy(ctx.tx, bond, until) }
  },
})

const standIn = handler(substitute, {
  async load(ctx, { of, by, from, until }) {
    notPast('from', from, dayOf(ctx.now))
    inOrder(from, until)
    if (of.kind === 'organ' || by.kind === 'organ')
      refuse('invalid', { problems: [{ path: 'of', problem: 'person_or_post' }] })
    if (of.id === by.id) refuse('same_person')
    const absent = await demandSubject(ctx, 'of', of, from)
    await demandSubject(ctx, 'by', by, from)
    const bonds = await bondsOfSource(ctx.tx, of.id, from)
    return { bonds, place: bonds[0]?.place ?? absent.place }
  },
  allow: { permission: 'bonds.substitute', where: ({ place }, { id }) => ({ place, subject: id }) },
  async handle(ctx, { id, of, by, from, until, reason }, { bonds, place }) {
    await insertSubstitute(ctx.tx, {
      id,
      place,
      of: columnsOf(of),
      by: columnsOf(by),
      from,
      until,
      reason,
      decidedBy: ctx.actor.person,
      now: ctx.now,
    })
    for (const one of [of, by]) if (one.kind === 'person') ctx.concerns(one.id)
    ctx.emit(bondsChanged, id, place, { place })
    return { bonds: bonds.length }
  },
})

const standReady = handler(stand, {
  async load(ctx, { kind, place, source }) {
    const one = (await kindsOf(ctx.platform)).demand(kind)
    if (!one.from.includes(source.kind))
      refuse('invalid', { problems: [{ path: 'source', problem: 'not_of_this_kind' }] })
    await demandSubject(ctx, 'place', { kind: 'place', id: place }, dayOf(ctx.now))
    await demandSubject(ctx, 'source', source, dayOf(ctx.now))
    return one
  },
  allow: { permission: 'bonds.stand', where: (_, { id, place }) => ({ place, subject: id }) },
  async handle(ctx, { id, kind, place, source, most }, one) {
    const from = dayOf(ctx.now)
    await insertAnswerers(ctx.tx, [{ id, kind, place, ...columnsOf(source), most, from }], {
      by: ctx.actor.post,
      now: ctx.now,
    })
    if (source.kind === 'person') ctx.concerns(source.id)
    ctx.emit(bondsChanged, id, place, { place })
    const all = await readStanding(ctx.tx, { place, kind, day: from })
    const row = all.find((answerer) => answerer.id === id) ?? refuse('internal')
    return shownAnswerer(row, one.quota)
  },
})

const sitDown = handler(standDown, {
  async load(ctx, { id }) {
    const row = (await findAnswerer(ctx.tx, id)) ?? refuse('not_found')
    return row.until === null ? row : refuse('already', { until: row.until })
  },
  allow: { permission: 'bonds.standDown', where: ({ place, id }) => ({ place, subject: id }) },
  async handle(ctx, { id, reason }, row) {
    const today = dayOf(ctx.now)
    await endAnswerer(ctx.tx, id, today, reason)
    ctx.concerns(row.person)
    ctx.emit(bondsChanged, id, row.place, { place: row.place })
    return { id, bonds: await lockLoad(ctx.tx, row.kind, row.person ?? row.post ?? row.organ ?? '', today) }
  },
})

export const handlers = [define, make, end, standIn, standReady, sitDown]
