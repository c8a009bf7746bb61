import { z } from 'zod'
import { command, DayText, event, id, query } from '#kernel/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { PersonId } from './contract.ts'
import { Entry, Origin } from './contract-entries.ts'

export const DocumentId = id('DocumentId')
export type DocumentId = z.infer<typeof DocumentId>
export const MergeId = id('MergeId')
export type MergeId = z.infer<typeof MergeId>
export const SplitId = id('SplitId')
export type SplitId = z.infer<typeof SplitId>

export const DOCUMENT_KINDS = [
  'resident_id',
  'foreign_permanent',
  'hmt_residence',
  'home_return',
  'taiwan_travel',
  'passport',
  'birth_certificate',
  'other',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

export const DocumentGiven = z.object({
  id: DocumentId,
  kind: z.enum(DOCUMENT_KINDS),
  number: z.string().trim().min(4).max(30).describe('verified by its checksum where it has one; never a key'),
  country: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .optional()
    .describe('of a passport or foreign card: ISO 3166 alpha-3'),
})
export type DocumentGiven = z.infer<typeof DocumentGiven>

export const Sex = z.enum(['female', 'male'])
const Phone = z
  .string()
  .regex(/^(1\d{10}|0\d{9,11})$/)
  .describe('mobile, or a landline with its area code; families share one')
export const Core = z.object({
  name: z.string().trim().min(1).max(60),
  sex: Sex.nullable().optional(),
  born: DayText.nullable().optional(),
  phone: Phone.nullable().optional(),
})
export const ResidentGiven = Core.extend({
  id: PersonId,
  documents: z.array(DocumentGiven).max(5).optional(),
})
export type ResidentGiven = z.infer<typeof ResidentGiven>

export const Document = z.object({
  id: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  country: z.string().nullable(),
  numberMasked: z.string(),
  entry: z.string(),
  endedAt: z.string().nullable(),
})
/** What staff of the place see of a resident; of a child under 14 only how it is called and about how old it is. */
export const Resident = z.object({
  id: PersonId,
  name: z.string(),
  sex: Sex.nullable(),
  born: z.string().nullable(),
  age: z.number().nullable(),
  phoneMasked: z.string().nullable(),
  homePlace: z.string().nullable(),
  minor: z.boolean().describe('under 14: sensitive by law, shown in full by people.minor only'),
  entry: z.string(),
})
export type Resident = z.infer<typeof Resident>

export const registerResident = command('people.registerResident', {
  input: ResidentGiven.extend({ homePlace: PlaceCode, origin: Origin.optional() }),
  output: Resident,
  doc: 'Enters somebody who lives here. Two residents with one number, and shared phones, are both allowed. Refuses checksum, not_found, forbidden.',
})

export const STATEMENT_KINDS = ['name', 'sex', 'born', 'phone', 'home'] as const
export const restate = command('people.restate', {
  input: z.object({
    id: id('StatementId'),
    person: PersonId,
    kind: z.enum(STATEMENT_KINDS),
    value: z.string().trim().max(60).nullable(),
    seen: z
      .string()
      .nullable()
      .optional()
      .describe('the value that the sender saw; conflict when it is another by now'),
    origin: Origin.optional(),
  }),
  output: z.object({ was: z.string().nullable(), value: z.string().nullable() }),
  doc: 'A later word about a core attribute; what it replaces stays readable. Refuses conflict when `seen` is not what is held.',
})
export const addDocument = command('people.addDocument', {
  input: z.object({ person: PersonId, document: DocumentGiven, origin: Origin.optional() }),
  output: Document,
  doc: 'Another document of a resident. Refuses checksum.',
})
export const endDocument = command('people.endDocument', {
  input: z.object({ document: DocumentId, origin: Origin.optional() }),
  output: z.object({ document: DocumentId }),
  doc: 'A document no longer holds; it stays readable as ended. Refuses already.',
})

export const mergeResidents = command('people.merge', {
  input: z.object({ id: MergeId, kept: PersonId, gone: PersonId, origin: Origin.optional() }),
  output: z.object({ id: MergeId, kept: PersonId }),
  doc: 'Two entries are one person. Nothing is overwritten: what names `gone` is answered for by `kept`. Refuses same_person, conflict.',
})
export const undoMergeCommand = command('people.undoMerge', {
  input: z.object({ merge: MergeId, origin: Origin.optional() }),
  output: z.object({ merge: MergeId }),
  doc: 'The two are two again, every row as it was. Refuses already.',
})
export const splitResident = command('people.split', {
  input: z.object({
    id: SplitId,
    person: PersonId,
    part: Core.extend({ id: PersonId }),
    documents: z.array(DocumentId).max(20).describe('those that are the other one’s'),
    origin: Origin.optional(),
  }),
  output: z.object({ id: SplitId, part: PersonId }),
  doc: 'One entry was two persons: the other one gets an entry and the documents named.',
})
export const undoSplit = command('people.undoSplit', {
  input: z.object({ split: SplitId, origin: Origin.optional() }),
  output: z.object({ split: SplitId }),
  doc: 'It was one person after all: documents are back, and the part is answered for by the whole. Refuses already, conflict.',
})

const Change = z.object({
  id: z.string(),
  kind: z.enum(STATEMENT_KINDS),
  value: z.string().nullable(),
  was: z.string().nullable(),
  at: z.string(),
  entry: z.string(),
})
export const getResident = query('people.resident', {
  input: z.object({ id: PersonId }),
  output: z.object({
    resident: Resident,
    askedFor: PersonId.describe('another one than `resident.id` when that entry was merged'),
    documents: z.array(Document),
    changes: z.array(Change),
    merged: z.array(z.object({ merge: MergeId, gone: PersonId, name: z.string(), at: z.string(), entry: z.string() })),
    splits: z.array(z.object({ split: SplitId, part: PersonId, name: z.string(), at: z.string(), entry: z.string() })),
    entries: z.array(Entry),
    can: z.object({ change: z.boolean(), arrange: z.boolean(), reveal: z.boolean(), minor: z.boolean() }),
  }),
  doc: 'One resident with documents (masked), later statements, merges, and where each came from. The resident sees this read.',
})
export const revealDocument = query('people.reveal', {
  input: z.object({
    document: DocumentId,
    reason: z.string().trim().min(4).max(200).describe('stands on the record; the resident reads it'),
  }),
  output: z.object({ number: z.string() }),
  sealed: true,
  doc: 'A document number in full, for a stated reason that the person reads.',
})
export const revealPhone = query('people.revealPhone', {
  input: z.object({ person: PersonId, reason: z.string().trim().min(4).max(200) }),
  output: z.object({ phone: z.string().nullable() }),
  sealed: true,
  doc: 'A phone number in full, for a stated reason that the person reads.',
})
export const getMinor = query('people.minor', {
  input: z.object({ id: PersonId, reason: z.string().trim().min(4).max(200) }),
  output: z.object({ resident: Resident, documents: z.array(Document) }),
  sealed: true,
  doc: 'A child under 14 in full, for a stated reason; a narrower grant and a purpose of its own (PIPL art. 28, 31).',
})

/** One entry stands for another, and no longer: slices that named `gone` in rows of their own follow. `act`: the merge or split. */
export const personsMerged = event('people.merged', z.object({ act: z.string(), kept: z.string(), gone: z.string() }))
export const personsParted = event('people.parted', z.object({ act: z.string(), kept: z.string(), gone: z.string() }))
