import { answer, type AskContext } from '#kernel/ask.ts'
import { covers } from '#kernel/authorise.ts'
import { dayOf } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { tablesWithin, weighRows } from '#kernel/destruction.ts'
import { refuse } from '#kernel/errors.ts'
import { holdsUnder } from '#kernel/holds.ts'
import { isMinor, maskName } from '#modules/people/api.ts'
import { placeTree } from '#modules/places/api.ts'
import { keepIds, verifyCertificate, viewOf } from './certificate.ts'
import { dataSets, getAfterAction, getCertificate, keepable, listKept } from './contract-ending.ts'
import { findAfterAction, findCertificate, keptOf, listKeptOf } from './store-ending.ts'
import { listHeld } from './store-held.ts'
import { findActivation } from './store.ts'

/** An activation is everybody's to know, its data sets are not. */
async function demandInReach(ctx: AskContext, activation: string): Promise<void> {
  const { place } = (await findActivation(ctx.tx, activation)) ?? refuse('not_found')
  if (!covers(ctx.scope, { place })) refuse('forbidden', { place })
}

const certificate = answer(getCertificate, {
  permission: 'emergency.certificate',
  afterwards: true,
  async run(ctx, { id }) {
    const found = (await findCertificate(ctx.tx, id)) ?? refuse('not_found')
    const verdict = await verifyCertificate(ctx.platform, ctx.tx, id)
    return viewOf(found, verdict?.sound ?? false)
  },
})

const kept = answer(listKept, {
  permission: 'emergency.dataSets',
  async run(ctx, { activation, limit, cursor }) {
    await demandInReach(ctx, activation)
    const found = await listKeptOf(ctx.tx, activation, limit + 1, readCursor(cursor, 2))
    const { rows, next } = pageOf(found, limit, ({ at, id }) => [at, id])
    return {
      rows: rows.map(({ id, table, item, ground, legality, necessity, safety, until, by, at }) => ({
        id: id as never,
        table,
        item,
        ground,
        legality,
        necessity,
        safety,
        until,
        by,
        at,
      })),
      next,
    }
  },
})

const sets = answer(dataSets, {
  permission: 'emergency.dataSets',
  afterwards: true,
  async run(ctx, { activation }) {
    await demandInReach(ctx, activation)
    const holds = (await holdsUnder(ctx.tx, activation)).map(({ id }) => id)
    const keep = await keptOf(ctx.tx, activation)
    const rows = []
    for (const { table, within = '', dies = false } of tablesWithin(ctx.platform.slices)) {
      const weighed = await weighRows(ctx.tx, table, holds, keepIds(keep, table))
      rows.push({ table, lever: within, rows: weighed.rows + weighed.kept, kept: weighed.kept, dies })
    }
    return { rows }
  },
})

const items = answer(keepable, {
  permission: 'emergency.keep',
  purpose: 'kept_evidence',
  afterwards: true,
  async run(ctx, { activation, table, text, limit, cursor }) {
    await demandInReach(ctx, activation)
    const { state } = (await findActivation(ctx.tx, activation)) ?? refuse('not_found')
    if (state === 'destroying' || state === 'closed') refuse('gone', { state })
    if (state !== 'ending' && state !== 'settling') refuse('conflict', { state })
    const set = tablesWithin(ctx.platform.slices).find((one) => one.table === table) ?? refuse('not_found', { table })
    const holds = (await holdsUnder(ctx.tx, activation)).map(({ id }) => id)
    const found = await listHeld(ctx.tx, set, { holds, text, after: readCursor(cursor, 2), limit: limit + 1 })
    const page = pageOf(found, limit, (row) => [row.place, row.id])
    ctx.saw(
      page.rows.map(({ person }) => person),
      { subject: activation, fields: table },
    )
    const [tree, today] = [await placeTree(ctx.platform), dayOf(ctx.now)]
    const keep = new Set(keepIds(await keptOf(ctx.tx, activation), table))
    return {
      rows: page.rows.map(({ id, place, at, name, born, text: words }) => ({
        id,
        place,
        placeName: tree.shortName(place),
        at,
        person: name && isMinor(born, today) ? maskName(name) : name,
        text: words,
        kept: keep.has(id),
      })),
      next: page.next,
    }
  },
})

const assessment = answer(getAfterAction, {
  permission: 'emergency.read',
  async run(ctx, { id }) {
    const a = (await findActivation(ctx.tx, id)) ?? refuse('not_found')
    const found = (await findAfterAction(ctx.tx, id)) ?? refuse('not_found')
    return { ...found.body, id, number: a.number, drill: a.drill, madeAt: found.at }
  },
})

export const endingAnswers = [certificate, kept, sets, items, assessment]
