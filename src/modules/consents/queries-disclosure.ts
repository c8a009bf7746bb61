import { answer, type AskContext } from '#kernel/ask.ts'
import { covers } from '#kernel/authorise.ts'
import { millis } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { countThrough } from '#kernel/record-reading.ts'
import { organs } from '#modules/people/api.ts'
import { roster } from '#modules/posts/api.ts'
import { type Delay, listDelays } from './contract-disclosure.ts'
import { type Glass, listGlasses } from './contract-glass.ts'
import { officeOf } from './offices.ts'
import { type DelayRow, findDelays } from './store-disclosure.ts'
import { findGlasses, type GlassRow, namesOf } from './store-glass.ts'
import { postTitles } from './store.ts'

const titlesOf = async (ctx: AskContext, posts: readonly (string | null)[]): Promise<Map<string, string>> =>
  new Map(
    (
      await postTitles(
        ctx.tx,
        posts.flatMap((post) => post ?? []),
      )
    ).map(({ id, title }) => [id, title]),
  )

const delays = answer(listDelays, {
  // Not a look at the person: it shows an id and no more, and if it stood on the page, the page would tell what is delayed.
  permission: 'consents.delays',
  async run(ctx, { state, limit, cursor }) {
    const after = readCursor(cursor, 2)
    const found = await findDelays(ctx.tx, ctx.scope, { state, now: ctx.now, limit: limit + 1, after })
    const { rows, next } = pageOf(found, limit, ({ askedAt, id }) => [askedAt, id])
    const titles = await titlesOf(
      ctx,
      rows.flatMap(({ askedPost, decidedPost }) => [askedPost, decidedPost]),
    )
    const office = officeOf(await organs(ctx.platform))
    const posts = await roster(ctx.platform)
    const officeOfRow = ({ organ, askedPost, place }: DelayRow): string | null =>
      office({ organ, role: posts.get(askedPost)?.role ?? '', actorPlace: place })
    return { rows: rows.map((row) => delayOf(ctx, row, { titles, office: officeOfRow(row) })), next }
  },
})

type Names = { titles: Map<string, string>; office: string | null }

function delayOf(ctx: AskContext, row: DelayRow, { titles, office }: Names): Delay {
  const { id, person, place, article, reason, askedAt, decidedAt, appearsAt, endedAt } = row
  const state = stateOf(row, ctx.now)
  const may = (permission: string): boolean => {
    const scope = ctx.reaches(permission)
    return scope !== undefined && covers(scope, { place, organ: row.organ })
  }
  return {
    id: id as Delay['id'],
    person: person as Delay['person'],
    state,
    organ: office,
    place,
    article,
    reason,
    askedBy: titles.get(row.askedPost) ?? null,
    askedAt,
    decidedBy: titles.get(row.decidedPost ?? '') ?? null,
    decidedAt,
    appearsAt,
    endedAt,
    can: [
      ...(state === 'pending' && row.askedBy !== ctx.actor.person && may('consents.decideDelay')
        ? ['decide' as const]
        : []),
      ...(state === 'running' && may('consents.endDelay') ? ['end' as const] : []),
    ],
  }
}

function stateOf({ approved, decidedAt, appearsAt, endedAt }: DelayRow, now: number): Delay['state'] {
  const over = millis(appearsAt) <= now
  if (decidedAt === null) return over ? 'refused' : 'pending'
  if (!approved) return 'refused'
  return over || endedAt !== null ? 'appeared' : 'running'
}

const glasses = answer(listGlasses, {
  permission: 'consents.glasses',
  purpose: 'audit',
  async run(ctx, { open, limit, cursor }) {
    const after = readCursor(cursor, 2)
    const found = await findGlasses(ctx.tx, ctx.scope, { open, now: ctx.now, limit: limit + 1, after })
    const { rows, next } = pageOf(found, limit, ({ openedAt, id }) => [openedAt, id])
    const own = rows.filter(({ byPerson }) => byPerson === ctx.actor.person)
    ctx.saw(
      rows.filter((row) => row.toldAt !== null || own.includes(row)).map(({ person }) => person),
      { fields: 'glass' },
    )
    const persons = own.map(({ person }) => person)
    const names = new Map((await namesOf(ctx.tx, persons)).map(({ id, name }) => [id, name]))
    const counts = await countThrough(ctx.platform.db, rows)
    const posts = await roster(ctx.platform)
    const office = officeOf(await organs(ctx.platform))
    return {
      rows: rows.map((row): Glass => {
        const holder = posts.get(row.byPost)
        return {
          id: row.id as Glass['id'],
          person: row.person as Glass['person'],
          name: names.get(row.person) ?? null,
          by: holder ? `${holder.name} · ${holder.title}` : null,
          office: office({ organ: row.organ, role: holder?.role ?? '', actorPlace: row.place }),
          place: row.place,
          reason: row.reason,
          openedAt: row.openedAt,
          endsAt: row.endsAt,
          closedAt: row.closedAt,
          open: isOpen(row, ctx.now),
          told: row.toldAt !== null,
          looks: counts.get(row.id) ?? 0,
        }
      }),
      next,
    }
  },
})

const isOpen = ({ endsAt, closedAt }: GlassRow, now: number): boolean => closedAt === null && millis(endsAt) > now

export const disclosureAnswers = [delays, glasses]
