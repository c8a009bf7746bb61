import { type AskContext, answer } from '#kernel/ask.ts'
import { refuse } from '#kernel/errors.ts'
import { SERVICE } from './commands-residents.ts'
import { getMinor, getResident, type MergeId, revealDocument, revealPhone, type SplitId } from './contract-residents.ts'
import type { PersonId } from './contract.ts'
import { aliasesOf, standsFor } from './identity.ts'
import { shownResident } from './residents.ts'
import { openId } from './sealed.ts'
import { shownDocument } from './shown.ts'
import { readDocument, readDocumentsOf } from './store-documents.ts'
import { readEntries } from './store-entries.ts'
import { type MergeRow, readActsOf, type SplitRow } from './store-identity.ts'
import { readReached, readStatements, type ResidentRow } from './store-residents.ts'

/** Whoever answers for the id now, in reach; otherwise as if there were nobody. */
async function reached(ctx: AskContext, id: string): Promise<ResidentRow> {
  const root = (await standsFor(ctx.tx, [id])).get(id) ?? refuse('not_found')
  const [row] = await readReached(ctx.tx, [root])
  return row ?? refuse('not_found')
}

async function actsOf(ctx: AskContext, ids: readonly string[]) {
  const { merges, splits } = await readActsOf(ctx.tx, ids)
  const named = new Map(
    (await readReached(ctx.tx, [...merges.map((m) => m.gone), ...splits.map((s) => s.part)])).map((one) => [
      one.id,
      one,
    ]),
  )
  const nameOf = (id: string): string => {
    const row = named.get(id)
    return row ? shownResident(row, ctx.now).name : ''
  }
  return {
    merged: merges.map(({ id, gone, at, entry }: MergeRow) => ({
      merge: id as MergeId,
      gone: gone as PersonId,
      name: nameOf(gone),
      at,
      entry,
    })),
    splits: splits.map(({ id, part, at, entry }: SplitRow) => ({
      split: id as SplitId,
      part: part as PersonId,
      name: nameOf(part),
      at,
      entry,
    })),
  }
}

const one = answer(getResident, {
  permission: 'people.resident',
  purpose: SERVICE,
  async run(ctx, { id }) {
    const row = await reached(ctx, id)
    const ids = (await aliasesOf(ctx.tx, [row.id])).get(row.id) ?? [row.id]
    const resident = shownResident(row, ctx.now)
    const [documents, changes, acts] = await Promise.all([
      resident.minor ? [] : readDocumentsOf(ctx.tx, ids),
      resident.minor ? [] : readStatements(ctx.tx, ids),
      actsOf(ctx, ids),
    ])
    const entries = [row.entry, ...documents, ...changes, ...acts.merged, ...acts.splits].map((of) =>
      typeof of === 'string' ? of : of.entry,
    )
    // What was split off is somebody else now, and is named.
    ctx.saw([...ids, ...acts.splits.map(({ part }) => part)], {
      subject: row.id,
      place: row.homePlace ?? '',
      fields: resident.minor ? 'name sex' : 'name sex born homePlace documents',
    })
    const can = (permission: string): boolean => ctx.reaches(permission) !== undefined
    return {
      resident,
      askedFor: id,
      documents: documents.map(shownDocument),
      changes: changes.map((change) =>
        change.kind === 'phone' ? { ...change, value: tail(change.value), was: tail(change.was) } : change,
      ),
      ...acts,
      entries: await readEntries(ctx.tx, [...new Set(entries)]),
      can: {
        change: can('people.enterResident'),
        arrange: can('people.arrange'),
        reveal: can('people.reveal'),
        minor: can('people.minor'),
      },
    }
  },
})

const tail = (phone: string | null): string | null =>
  phone && `${'*'.repeat(Math.max(phone.length - 4, 0))}${phone.slice(-4)}`

const reveal = answer(revealDocument, {
  permission: 'people.reveal',
  purpose: 'identity_check',
  async run(ctx, { document, reason }) {
    const row = (await readDocument(ctx.tx, document)) ?? refuse('not_found')
    const owner = await reached(ctx, row.person)
    if (shownResident(owner, ctx.now).minor && !ctx.reaches('people.minor')) refuse('forbidden')
    ctx.saw([row.person, owner.id], {
      subject: document,
      place: owner.homePlace ?? '',
      fields: 'documentNumber',
      reason,
    })
    return { number: openId(row.person, row.sealed) }
  },
})

const revealNumber = answer(revealPhone, {
  permission: 'people.reveal',
  purpose: SERVICE,
  async run(ctx, { person, reason }) {
    const row = await reached(ctx, person)
    if (shownResident(row, ctx.now).minor && !ctx.reaches('people.minor')) refuse('forbidden')
    ctx.saw([row.id], { subject: row.id, place: row.homePlace ?? '', fields: 'phone', reason })
    return { phone: row.phone }
  },
})

const minor = answer(getMinor, {
  permission: 'people.minor',
  purpose: 'minor_protection',
  async run(ctx, { id, reason }) {
    const row = await reached(ctx, id)
    const resident = shownResident(row, ctx.now)
    if (!resident.minor) refuse('not_found')
    const documents = await readDocumentsOf(ctx.tx, [row.id])
    ctx.saw([row.id], { subject: row.id, place: row.homePlace ?? '', fields: 'name sex born documents', reason })
    return { resident: { ...resident, name: row.name, born: row.born }, documents: documents.map(shownDocument) }
  },
})

export const residentAnswers = [one, reveal, revealNumber, minor]
