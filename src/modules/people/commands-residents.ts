import { dayOf, instant, isDay } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { placeTree } from '#modules/places/api.ts'
import { addDocument, endDocument, registerResident, restate } from './contract-residents.ts'
import { enterBy } from './entries.ts'
import { addResidents, isMinor, sealedDocument, shownResident } from './residents.ts'
import { shownDocument } from './shown.ts'
import { endDocuments, insertDocuments, readDocument } from './store-documents.ts'
import { insertStatement, readReached, type ResidentRow } from './store-residents.ts'

/** 网格服务: what the grid does for those who live in it. */
export const SERVICE = 'household_service'
const permission = 'people.enterResident'

export async function demandGridOrVillage(ctx: CommandContext, code: string, path: string): Promise<string> {
  const place = (await placeTree(ctx.platform)).get(code)
  return place && code.length >= 12 ? code : refuse('not_found', { problems: [{ path, problem: 'unknown_place' }] })
}

/** In reach, or as if there were nobody. */
export async function demandReached(ctx: Pick<CommandContext, 'tx'>, id: string): Promise<ResidentRow> {
  const [found] = await readReached(ctx.tx, [id])
  return found ?? refuse('not_found')
}

const register = handler(registerResident, {
  load: (ctx, { homePlace }) => demandGridOrVillage(ctx, homePlace, 'homePlace'),
  allow: { permission, where: (place, { id }) => ({ place, subject: id }) },
  purpose: SERVICE,
  async handle(ctx, { origin, ...resident }, place) {
    const entry = await enterBy(ctx, place, origin)
    await addResidents(ctx, [resident], entry)
    ctx.concerns(resident.id)
    const row = await demandReached(ctx, resident.id)
    return shownResident(row, ctx.now)
  },
})

const HELD = { name: 'name', sex: 'sex', born: 'born', phone: 'phone', home: 'homePlace' } as const
const FITS: Record<keyof typeof HELD, (value: string) => boolean> = {
  name: (value) => value.length > 0,
  sex: (value) => value === 'female' || value === 'male',
  born: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value),
  phone: (value) => /^(1\d{10}|0\d{9,11})$/.test(value),
  home: () => true,
}

const say = handler(restate, {
  async load(ctx, { person, kind, value }) {
    if (value === null ? kind === 'name' || kind === 'home' : !FITS[kind](value))
      refuse('invalid', { problems: [{ path: 'value', problem: 'invalid_value' }] })
    if (kind === 'home') await demandGridOrVillage(ctx, value ?? '', 'value')
    return demandReached(ctx, person)
  },
  allow: { permission, where: ({ homePlace }, { person }) => ({ place: homePlace, subject: person }) },
  purpose: SERVICE,
  async handle(ctx, { id, person, kind, value, seen, origin }, found) {
    const was = found[HELD[kind]]
    if (seen !== undefined && seen !== was) refuse('conflict', { kind })
    const entry = await enterBy(ctx, found.homePlace, origin)
    await insertStatement(ctx.tx, { id, person, kind, value, was, entry, at: instant(ctx.now) }, found.homePlace)
    ctx.concerns(person)
    // of a child nobody is told by correcting it
    return { was: isMinor(found.born, dayOf(ctx.now)) ? null : was, value }
  },
})

const add = handler(addDocument, {
  load: (ctx, { person }) => demandReached(ctx, person),
  allow: { permission, where: ({ homePlace }, { person }) => ({ place: homePlace, subject: person }) },
  purpose: SERVICE,
  async handle(ctx, { person, document, origin }, { homePlace }) {
    const entry = await enterBy(ctx, homePlace, origin ?? { source: 'document', certainty: 'certain' })
    const { row } = sealedDocument(document, { person, place: homePlace, entry, path: 'document.number' })
    await insertDocuments(ctx.tx, [row])
    ctx.concerns(person)
    return shownDocument((await readDocument(ctx.tx, document.id)) ?? refuse('internal'))
  },
})

const end = handler(endDocument, {
  load: async (ctx, { document }) => (await readDocument(ctx.tx, document)) ?? refuse('not_found'),
  allow: { permission, where: ({ place, person }) => ({ place, subject: person }) },
  purpose: SERVICE,
  async handle(ctx, { document, origin }, { person, place, endedAt }) {
    if (endedAt) refuse('already')
    const entry = await enterBy(ctx, place, origin)
    await endDocuments(ctx.tx, [document], entry, instant(ctx.now))
    ctx.concerns(person)
    return { document }
  },
})

export const residentHandlers = [register, say, add, end]
