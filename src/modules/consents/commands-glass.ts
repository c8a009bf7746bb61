import { DAY_MS, HOUR_MS, instant, millis } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import type { FindGlass } from '#kernel/glass.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { organs } from '#modules/people/api.ts'
import { roster } from '#modules/posts/api.ts'
import { breakGlass, closeGlass, glassBroken, tellGlass } from './contract-glass.ts'
import { glassesADay } from './levers.ts'
import { officeOf } from './offices.ts'
import { covered, GLASS_HOURS } from './rules.ts'
import { withheldOf } from './store-disclosure.ts'
import {
  type GlassRow,
  insertGlass,
  lockGlass,
  namesOf,
  openedSince,
  openGlass,
  personNamed,
  setClosed,
  setGlassTold,
} from './store-glass.ts'

/** Who sees a person every day: through the glass one asks what this role asks. */
const AS = 'grid_worker'

/** For the kernel's road of reading: the open glass of this actor in this very post. */
export const findGlass: FindGlass = async (tx, { person, post }, now, id) => {
  const found = person && post ? await openGlass(tx, { id, by: person, post, now }) : undefined
  return found && { ...found, as: AS }
}

type Whom = { person?: string | undefined; name?: string | undefined; phone?: string | undefined }
async function whom({ tx }: CommandContext, { person, name, phone }: Whom): Promise<{ id: string; name: string }> {
  if (person) return (await namesOf(tx, [person]))[0] ?? refuse('not_found')
  if (!name || !phone) refuse('invalid', { problems: [{ path: name ? 'phone' : 'name', problem: 'needed' }] })
  return (await personNamed(tx, name, phone)) ?? refuse('not_found')
}

const open = handler(breakGlass, {
  load: whom,
  allow: { permission: 'consents.breakGlass', where: ({ id: _id }, { id }) => ({ subject: id }) },
  purpose: 'break_glass',
  async handle(ctx, { id, reason }, { id: person, name }) {
    const { actor, now } = ctx
    if (actor.person === null || actor.post === null || actor.place === null) refuse('forbidden')
    if (person === actor.person) refuse('same_person')
    const most = await ctx.lever(glassesADay, actor.place)
    if ((await openedSince(ctx.tx, actor.person, now - DAY_MS)) >= most) refuse('too_many', { most })
    const by = { organ: actor.organ, place: actor.place }
    const held = covered(await withheldOf(ctx.tx, [person]), by, instant(now))
    const [openedAt, endsAt] = [instant(now), instant(now + GLASS_HOURS * HOUR_MS)]
    const row = { id, person, byPerson: actor.person, byPost: actor.post, ...by, reason, openedAt, endsAt }
    await insertGlass(ctx.tx, { ...row, toldAt: held ? null : openedAt })
    if (!held) await announce(ctx, { ...row, closedAt: null, toldAt: null })
    ctx.concerns(person)
    return { id, person: person as never, name, endsAt }
  },
})

async function announce(ctx: CommandContext, g: GlassRow): Promise<void> {
  const role = (await roster(ctx.platform)).get(g.byPost)?.role ?? ''
  const office = officeOf(await organs(ctx.platform))({ organ: g.organ, role, actorPlace: g.place })
  ctx.emit(glassBroken, g.person, g.place, {
    glass: g.id,
    person: g.person,
    office: office ?? '',
    until: g.endsAt,
    place: g.place,
  })
}

const close = handler(closeGlass, {
  load: async (ctx, { id }) => (await lockGlass(ctx.tx, id)) ?? refuse('not_found'),
  allow: { permission: 'consents.closeGlass', where: ({ byPerson }, { id }) => ({ person: byPerson, subject: id }) },
  async handle(ctx, { id }, { endsAt, closedAt }) {
    if (closedAt || millis(endsAt) <= ctx.now) refuse('already', { endsAt })
    await setClosed(ctx.tx, id, ctx.now)
    return {}
  },
})

const tell = handler(tellGlass, {
  load: async (ctx, { id }) => (await lockGlass(ctx.tx, id)) ?? refuse('not_found'),
  allow: { permission: 'consents.tellGlass', where: ({ place }, { id }) => ({ place, subject: id }) },
  async handle(ctx, { id }, glass) {
    if (glass.toldAt) refuse('already', { toldAt: glass.toldAt })
    await setGlassTold(ctx.tx, id, ctx.now)
    await announce(ctx, glass)
    return {}
  },
})

export const glassHandlers = [open, close, tell]
