import { answer, type AskContext } from '#kernel/ask.ts'
import { instant, millis } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { LEVELS, levelOf } from '#modules/places/contract.ts'
import { callList, coverage, findPhoto, listRecipients } from './contract-answers.ts'
import { inReach } from './demand.ts'
import { sumOf, withSilent } from './rules.ts'
import { settles } from './rules-answer.ts'
import { knownOf, shownPhotos } from './shown.ts'
import { findOrder, type StoredOrder } from './store.ts'
import { readPhoto } from './store-photos.ts'
import {
  type Asked,
  countsBelow,
  familyOf,
  listRecipients as readRecipients,
  needsIn,
  type Row,
} from './store-coverage.ts'

type Shown = OutputOf<typeof listRecipients>['rows'][number]

/**
 * The order and the node that is asked for. Whoever issued it sees all of it; a place sees what lies in it. A department sees
 * its own orders, not those of others in the same place.
 */
async function demandNode(
  ctx: AskContext,
  id: string,
  asked: string | undefined,
): Promise<{ order: StoredOrder; node: string }> {
  const order = (await findOrder(ctx.tx, id)) ?? refuse('not_found')
  if (order.issuedAt === null) refuse('not_found')
  const issuer = inReach(ctx.scope, order.issuerPlace, order.organ)
  const { lo, organ } = ctx.scope
  if (!issuer && (organ !== '' || !(lo.startsWith(order.place) || order.place.startsWith(lo)))) refuse('not_found')
  const node = asked ?? (issuer || lo.length < order.place.length ? order.place : lo)
  if (!issuer && !inReach(ctx.scope, node, order.organ)) refuse('forbidden', { place: node })
  return { order, node }
}

const below = (node: string): number => CODE_LENGTHS[Math.min(LEVELS.indexOf(levelOf(node)) + 1, 5)] ?? 17
const CODE_LENGTHS = [4, 6, 9, 12, 15, 17]

const cover = answer(coverage, {
  permission: 'orders.coverage',
  async run(ctx, { id, node: asked }) {
    const { node } = await demandNode(ctx, id, asked)
    const { tree } = await knownOf(ctx.platform)
    const family = await familyOf(ctx.tx, id)
    const rows = await countsBelow(ctx.tx, family, node, below(node))
    const tally = sumOf(rows)
    return {
      node,
      nodeName: tree.shortName(node),
      level: levelOf(node),
      tally,
      children: rows.map((row) => ({
        ...withSilent(row),
        place: row.place,
        name: tree.nameOf(row.place),
        level: levelOf(row.place),
      })),
      needs: tally.blocked > 0 ? await needsIn(ctx.tx, family, node) : [],
      relayed: family.length - 1,
      at: instant(ctx.now),
    }
  },
})

const recipients = answer(listRecipients, {
  permission: 'orders.coverage',
  purpose: 'staff_directory',
  run: async (ctx, { id, node, state, limit, cursor }) => {
    const found = await demandNode(ctx, id, node)
    return pageOfRecipients(ctx, found.node, { id, state: state ?? null, limit, cursor, withPhone: false })
  },
})

const calls = answer(callList, {
  permission: 'orders.callList',
  purpose: 'staff_directory',
  run: async (ctx, { id, node, limit, cursor }) => {
    const found = await demandNode(ctx, id, node)
    return pageOfRecipients(ctx, found.node, { id, state: 'silent', limit, cursor, withPhone: true })
  },
})

const photo = answer(findPhoto, {
  permission: 'orders.read',
  purpose: 'staff_directory',
  async run(ctx, { id, whole }) {
    const found = (await readPhoto(ctx.tx, id)) ?? refuse('not_found')
    const { person, post } = ctx.actor
    const own = (person !== null && found.by === person) || [person, post].includes(found.who)
    if (!own) await demandNode(ctx, found.order, found.place)
    // Whoever goes through the list was noted for all of it; a photo that he opens, once more.
    if (!own && whole && found.by) ctx.saw([found.by], { subject: found.order, place: found.place, fields: 'photo' })
    return { key: found.key, thumbKey: found.thumbKey }
  },
})

type Page = Pick<Asked, 'state' | 'limit'> & { id: string; cursor: string | undefined; withPhone: boolean }
async function pageOfRecipients(
  ctx: AskContext,
  node: string,
  { id, state, limit, cursor, withPhone }: Page,
): Promise<{ rows: Shown[]; next: string | null }> {
  const family = await familyOf(ctx.tx, id)
  const found = await readRecipients(ctx.tx, { family, node, state, after: readCursor(cursor, 3), limit: limit + 1 })
  const { rows, next } = pageOf(found, limit, (row) => [row.place, row.order, row.who])
  ctx.saw(
    rows.map(({ holder }) => holder),
    {
      subject: id,
      place: node,
      fields: ['name', withPhone && 'phone', rows.some(({ photos }) => photos.length > 0) && 'photo']
        .filter(Boolean)
        .join(' '),
    },
  )
  const { tree } = await knownOf(ctx.platform)
  return {
    rows: rows.map((row) => ({
      ...shownRecipient(row, ctx.now),
      placeName: tree.shortName(row.place),
      phone: withPhone ? row.phone : null,
    })),
    next,
  }
}

const shownRecipient = (row: Row, now: number): Omit<Shown, 'placeName' | 'phone'> => ({
  order: row.order as Shown['order'],
  who: row.who,
  name: row.name,
  title: row.title,
  place: row.place,
  answer: row.answer,
  note: row.note,
  need: row.need,
  photos: shownPhotos(row.photos),
  at: row.at,
  due: row.due,
  late: millis(row.due) < now && !settles(row.answer),
  chased: row.chased,
  substitute: row.substitute,
})

export const coverageAnswers = [cover, recipients, calls, photo]
