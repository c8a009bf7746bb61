import { instant } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { demandReached, SERVICE } from './commands-residents.ts'
import {
  mergeResidents,
  personsMerged,
  type SplitId,
  splitResident,
  undoMergeCommand,
  undoSplit,
} from './contract-residents.ts'
import type { PersonId } from './contract.ts'
import { enterBy } from './entries.ts'
import { mergePersons, undoMerge } from './identity.ts'
import { addResidents } from './residents.ts'
import { openId, sealNumber } from './sealed.ts'
import { endDocuments, insertDocuments, readDocumentsOf, reopenDocuments } from './store-documents.ts'
import { closeSplit, insertSplit, point, readMerge, readSplit } from './store-identity.ts'

const permission = 'people.arrange'

const merge = handler(mergeResidents, {
  load: async (ctx, { kept, gone }) => ({
    stays: await demandReached(ctx, kept),
    goes: await demandReached(ctx, gone),
  }),
  allow: { permission, where: ({ goes }, { kept }) => ({ place: goes.homePlace, subject: kept }) },
  purpose: SERVICE,
  async handle(ctx, { id, kept, gone, origin }, { stays }) {
    const entry = await enterBy(ctx, stays.homePlace, origin)
    const merged = await mergePersons(ctx, { id, kept, gone, entry })
    ctx.concerns(kept, gone)
    return { id, kept: merged.kept as PersonId }
  },
})

const unmerge = handler(undoMergeCommand, {
  load: async (ctx, given) => (await readMerge(ctx.tx, given.merge)) ?? refuse('not_found'),
  allow: { permission, where: ({ place, kept }) => ({ place, subject: kept }) },
  purpose: SERVICE,
  async handle(ctx, given, found) {
    const entry = await enterBy(ctx, found.place, given.origin)
    await undoMerge(ctx, { merge: given.merge, entry })
    ctx.concerns(found.kept, found.gone)
    return { merge: given.merge }
  },
})

const split = handler(splitResident, {
  async load(ctx, { person, documents }) {
    const whole = await demandReached(ctx, person)
    const held = await readDocumentsOf(ctx.tx, [person])
    const going = held.filter(({ id, endedAt }) => endedAt === null && (documents as string[]).includes(id))
    if (going.length < documents.length) refuse('not_found', { problems: [{ path: 'documents', problem: 'unknown' }] })
    return { place: whole.homePlace ?? refuse('not_found'), going }
  },
  allow: { permission, where: ({ place }, { person }) => ({ place, subject: person }) },
  purpose: SERVICE,
  async handle(ctx, { id, person, part, origin }, { place, going }) {
    const entry = await enterBy(ctx, place, origin)
    const at = instant(ctx.now)
    await addResidents(ctx, [{ ...part, homePlace: place }], entry)
    // A number is sealed for its person, so it goes over as a new row and the old one is ended by this act.
    await insertDocuments(
      ctx.tx,
      going.map(({ kind, country, sealed }) => ({
        id: uuidv7(ctx.now),
        person: part.id,
        place,
        kind,
        country,
        entry,
        ...sealNumber(part.id, kind, openId(person, sealed)),
      })),
    )
    await endDocuments(
      ctx.tx,
      going.map((one) => one.id),
      id,
      at,
    )
    await insertSplit(ctx.tx, { id, person, part: part.id, place, entry, at })
    ctx.concerns(person, part.id)
    return { id, part: part.id }
  },
})

const unsplit = handler(undoSplit, {
  load: async (ctx, given) => (await readSplit(ctx.tx, given.split)) ?? refuse('not_found'),
  allow: { permission, where: ({ place, person }) => ({ place, subject: person }) },
  purpose: SERVICE,
  async handle(ctx, given, found) {
    const entry = await enterBy(ctx, found.place, given.origin)
    await takeSplitBack(ctx, { ...found, id: given.split as SplitId }, entry)
    ctx.concerns(found.person, found.part)
    return { split: given.split }
  },
})

/** The part may be named elsewhere by now, so it stays and stands for the whole; what it was given is ended, the rest as before. */
async function takeSplitBack(
  ctx: CommandContext,
  { id, person, part }: { id: string; person: string; part: string },
  entry: string,
) {
  const at = instant(ctx.now)
  if (!(await closeSplit(ctx.tx, { id, entry, at }))) refuse('already')
  const given = await readDocumentsOf(ctx.tx, [part])
  await endDocuments(
    ctx.tx,
    given.map((one) => one.id),
    id,
    at,
  )
  await reopenDocuments(ctx.tx, id, person)
  if (!(await point(ctx.tx, part, person))) refuse('conflict')
  ctx.emit(personsMerged, person, null, { act: id, kept: person, gone: part })
}

export const identityHandlers = [merge, unmerge, split, unsplit]
