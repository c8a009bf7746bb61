import type { Names } from '#kernel/contract.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { liveConsents } from '#modules/consents/api.ts'
import { entriesOf } from '#modules/people/api.ts'
import { placeTree } from '#modules/places/api.ts'
import type { z } from 'zod'
import type { Definition, SubjectKind } from './contract.ts'
import type { HeldSubject, HeldValue, Needed } from './contract-contests.ts'
import type { Family, FamilySubject } from './family.ts'
import { held } from './holding.ts'
import type { Held } from './rows.ts'
import { consentNeeded, type Holdable, meantFor } from './sensitive.ts'
import { openMarks } from './store-contests.ts'
import { postsNamed } from './store-named.ts'
import { onPaper } from './store-paper.ts'

type Asking = { tx: Tx; now: number; platform: Platform }
/** Which data of a subject the reader may read. */
export type Cells = (kind: SubjectKind, subject: string) => readonly Definition[]

/** Every value of these subjects with where it came from; nothing that is not held. */
export async function cellsOf(ctx: Asking, subjects: readonly FamilySubject[], cells: Cells): Promise<HeldSubject[]> {
  const wanted = new Map(subjects.map(({ kind, subject }) => [subject, cells(kind, subject)]))
  const keys = [...new Set([...wanted.values()].flatMap((all) => all.map(({ key }) => key)))]
  const values = keys.length > 0 ? await held(ctx, subjects, keys) : []
  const bySubject = Map.groupBy(values, ({ subject }) => subject)
  const from = await originsOf(ctx, subjects, values)
  const marks = await openMarks(
    ctx.tx,
    subjects.map(({ subject }) => subject),
  )
  return subjects.map((one) => {
    const there = new Map((bySubject.get(one.subject) ?? []).map((value) => [value.field, value]))
    const rows = (wanted.get(one.subject) ?? []).flatMap((definition): HeldValue[] => {
      const value = there.get(definition.key)
      if (!value) return []
      return [
        {
          field: definition.key,
          value: value.value,
          ...from(value.entry ?? one.entry),
          ...(definition.core ? {} : { day: value.day }),
          stale: !value.fresh,
          contested: marks.get(`${one.subject} ${definition.key}`) ?? null,
          purposes: definition.purposes,
        },
      ]
    })
    const { kind, subject, name, relation, role } = one
    return { kind, subject, name, relation, role, rows }
  })
}

type Origin = Pick<HeldValue, 'source' | 'by' | 'day' | 'certainty'>
const UNKNOWN: Origin = { source: null, by: null, day: null, certainty: null }

/** Source, day, certainty and office of the act by which a value came in. */
async function originsOf(ctx: Asking, subjects: readonly FamilySubject[], values: readonly Held[]) {
  const ids = [...values, ...subjects].flatMap(({ entry }) => entry ?? [])
  const entries = new Map((await entriesOf(ctx.tx, ids)).map((entry) => [entry.id, entry]))
  const posts = await postsNamed(
    ctx.tx,
    [...entries.values()].flatMap(({ post }) => post ?? []),
  )
  const tree = await placeTree(ctx.platform)
  const office = new Map<string, z.infer<typeof Names>>(
    posts.map(({ id, title, place }) => [id, { zh: `${tree.nameOf(place)} ${title}` }]),
  )
  return (id: string | null): Origin => {
    const entry = entries.get(id ?? '')
    if (!entry) return UNKNOWN
    const { source, day, certainty, post } = entry
    return { source, day, certainty, by: office.get(post ?? '') ?? null }
  }
}

/** What may not be held for want of consent, by person and purpose. */
export async function neededOf(
  ctx: Asking,
  { subjects }: Pick<Family, 'subjects'>,
  registry: readonly Definition[],
  holds: Holdable,
  called: (name: string, minor: boolean) => string,
): Promise<Needed[]> {
  const persons = subjects().filter(({ kind }) => kind === 'person')
  const live = await liveConsents(
    ctx.tx,
    persons.map(({ subject }) => subject),
  )
  const sheets = await onPaper(
    ctx.tx,
    live.map(({ id }) => id),
  )
  return persons.flatMap(({ subject: person, name }) => {
    const minor = holds.minor(person)
    const asking = registry.filter(
      (one) => one.subject === 'person' && meantFor(one, minor) && consentNeeded(one, minor).length > 0,
    )
    const purposes = [...new Set(asking.flatMap((one) => consentNeeded(one, minor)))]
    return purposes.flatMap((purpose): Needed[] => {
      const fields = asking.filter((one) => one.purposes.includes(purpose)).map(({ key }) => key)
      const given = live.find((one) => one.person === person && one.purpose === purpose)
      if (fields.length === 0) return []
      return [
        {
          person,
          name: called(name, minor),
          purpose,
          fields,
          given: given ? { id: given.id, at: given.givenAt, paper: sheets.has(given.id) } : null,
        },
      ]
    })
  })
}
