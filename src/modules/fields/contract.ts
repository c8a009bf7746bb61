import { z } from 'zod'
import { command, DayText, event, id, Names, query } from '#kernel/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { OFFICIAL } from './messages.ts'

/** 数据元: each datum once; its meaning, its source of truth, how long it stays fresh, who may read it and why. */
export const SUBJECTS = ['person', 'household', 'dwelling', 'organ', 'place'] as const
export type SubjectKind = (typeof SUBJECTS)[number]
export const Subject = z.enum(SUBJECTS)

export const TYPES = ['text', 'number', 'count', 'money', 'day', 'choice', 'choices', 'yesno'] as const
/** 敏感程度: S0 public, S1 of a thing, S2 personal, S3 sensitive personal (PIPL art. 28). */
export const SENSITIVITIES = ['S0', 'S1', 'S2', 'S3'] as const
export const GROUPS = [
  'identity',
  'family',
  'housing',
  'livelihood',
  'service',
  'facility',
  'safety',
  'organ',
  'village',
] as const

export const FieldKey = z
  .string()
  .regex(/^(person|household|dwelling|organ|place)\.[a-z][a-zA-Z0-9]{1,39}$/)
  .describe('subject and name: dwelling.floors')
export const Choice = z.object({
  key: z.string().regex(/^[a-z0-9][a-zA-Z0-9_]{0,39}$/),
  zh: z.string(),
  en: z.string(),
})
/** What a value may be: a text, a number, a yes, a choice, some choices. */
export const Value = z.union([
  z.string().max(500),
  z.number().finite(),
  z.boolean(),
  z.array(z.string().max(60)).max(30),
])
export type Value = z.infer<typeof Value>

const definitionShape = {
  key: FieldKey,
  name: Names,
  subject: Subject,
  group: z.enum(GROUPS),
  type: z.enum(TYPES),
  choices: z.array(Choice).max(60),
  unit: Names.nullable(),
  source: z
    .string()
    .max(40)
    .describe('whose word is the truth: self (the person), field (the worker sees it), or the line of an organ'),
  freshDays: z.number().int().min(1).max(3650).nullable().describe('after so many days it is asked again; null: never'),
  sensitivity: z.enum(SENSITIVITIES),
  purposes: z.array(z.string().max(60)).min(1).max(10).describe('keys of purposes for which it may be asked and read'),
  readers: z.array(z.string().max(40)).min(1).max(12).describe('roles'),
  law: z.string().min(1).max(200).describe('legal basis'),
}
export const Definition = z.object({
  ...definitionShape,
  version: z.number().int(),
  from: z.string(),
  until: z.string().nullable(),
  core: z.boolean().describe('kept by people or homes, read there, never copied'),
})
export type Definition = z.infer<typeof Definition>

export const listDefinitions = query('fields.definitions', {
  input: z.object({ day: DayText.optional().describe('as it stood on that day; default today') }),
  output: z.object({ rows: z.array(Definition) }),
  doc: 'The field registry: every datum that the platform may hold, once, with its basis and readers.',
})
export const defineField = command('fields.define', {
  input: z.object({ ...definitionShape, from: DayText }),
  output: Definition,
  doc: 'A new datum, or a new version of one, from a day on. Refuses what is never collected.',
})
export const endField = command('fields.endField', {
  input: z.object({ key: FieldKey, until: DayText.describe('last day on which it may be asked') }),
  output: Definition,
  doc: 'A datum is asked no more after that day; what is held stays readable until its retention ends.',
})

/** 表单 and 报表版式: a view over fields. A column shows a field, or what the platform knows of the row by itself. */
export const FormId = id('FormId')
export type FormId = z.infer<typeof FormId>
export const KNOWN_COLUMNS = ['#', 'county', 'township', 'village', 'grid', 'door', 'day'] as const
export const NUMBER_FORMATS = ['0', '0.0', '0.00', '#,##0', '#,##0.00', '0%', 'yyyy-mm-dd', OFFICIAL.day] as const
export const Column = z.object({
  from: z.union([FieldKey, z.enum(KNOWN_COLUMNS)]),
  heading: z.string().trim().min(1).max(60),
  format: z.enum(NUMBER_FORMATS).nullable().default(null),
})
export const Layout = z.object({
  title: z.array(z.string().trim().min(1).max(120)).max(4).describe('rows above the table'),
  columns: z.array(Column).min(1).max(80),
  foot: z.array(z.string().max(120)).max(4).default([]).describe('rows below the table: 填表人 …'),
  yes: z.string().max(10).default(OFFICIAL.yes),
  no: z.string().max(10).default(OFFICIAL.no),
})
export type Layout = z.infer<typeof Layout>

/** What a form asks and what is there already; cells are fields times subjects. */
export const Weight = z.object({
  subjects: z.number().int(),
  asked: z.number().int().describe('cells'),
  held: z.number().int(),
  fresh: z.number().int().describe('held and not stale'),
  cost: z.number().int().describe('this form costs so many answers'),
  elsewhere: z.number().int().describe('of the cost, asked by another open form already: no further answer'),
  fields: z.array(
    z.object({
      key: z.string(),
      asked: z.number().int(),
      held: z.number().int(),
      fresh: z.number().int(),
      elsewhere: z.boolean(),
    }),
  ),
})
export type Weight = z.infer<typeof Weight>

export const FORM_STATES = ['draft', 'open', 'ended'] as const
export const Form = z.object({
  id: FormId,
  organ: z.string(),
  organName: Names.nullable(),
  name: Names,
  subject: Subject,
  area: z.string().describe('place code; everything below it'),
  purpose: z.string(),
  reason: z.string(),
  withinDays: z.number().int().nullable().describe('stricter than the fields themselves: 1 is a daily table'),
  layout: Layout,
  fields: z.array(z.string()),
  state: z.enum(FORM_STATES),
  madeAt: z.string(),
  publishedAt: z.string().nullable(),
  until: z.string().nullable(),
  weight: Weight.nullable().describe('as it was when the form was opened; of a draft, now'),
})
export type Form = z.infer<typeof Form>

export const draftForm = command('fields.draft', {
  input: z.object({
    id: FormId,
    organ: z.string().uuid().describe('who asks'),
    name: Names,
    subject: Subject.describe('one row of the table is one of these'),
    area: PlaceCode,
    purpose: z.string().max(60),
    reason: z
      .string()
      .trim()
      .min(2)
      .max(300)
      .describe('what it is for, in plain words; the worker and the household see it'),
    withinDays: z.number().int().min(1).max(366).nullable().default(null),
    layout: Layout,
    until: DayText.describe('last day'),
  }),
  output: Form,
  doc: 'Drafts a form over registered fields and says what it would cost. Refuses fields that the purpose does not allow.',
})
export const publishForm = command('fields.publish', {
  input: z.object({ id: FormId }),
  output: Form,
  doc: 'Opens a form to the workers of its area. Refuses already_held when everything it asks is there: take the export.',
})
export const endForm = command('fields.end', {
  input: z.object({ id: FormId, reason: z.string().trim().min(2).max(200) }),
  output: Form,
  doc: 'Nobody is asked for it any more.',
})
export const listForms = query('fields.forms', {
  input: z.object({
    place: PlaceCode.optional().describe('forms that ask there: of this place, above and below'),
    organ: z.string().uuid().optional(),
    state: z.enum(FORM_STATES).optional(),
  }),
  output: z.object({ rows: z.array(Form) }),
  doc: 'Forms, the newest first; at most 200.',
})
export const getForm = query('fields.form', {
  input: z.object({ id: FormId }),
  output: Form.extend({ now: Weight.describe('what is there today') }),
  doc: 'One form with what is held for it today.',
})

/** 填报: what is missing or stale at a door, once for all forms that ask it. */
export const Question = z.object({
  subjectKind: Subject,
  subject: z.string(),
  who: z.string().describe('whom or what it is about: a name, a door'),
  field: z.string(),
  why: z.enum(['missing', 'stale']),
  last: z.object({ value: Value, day: z.string() }).nullable(),
  base: z.string().nullable().describe('id of the value the worker sees; goes back with the answer'),
  contested: z.boolean(),
  forms: z.array(z.string()).describe('forms that this one answer feeds'),
})
export type Question = z.infer<typeof Question>
export const Door = z.object({
  kind: Subject,
  subject: z.string(),
  name: z.string(),
  place: z.string(),
  missing: z.number().int(),
  stale: z.number().int(),
})
export type Door = z.infer<typeof Door>

export const listDoors = query('fields.doors', {
  input: z.object({
    place: PlaceCode.optional().describe('default: own scope'),
    form: FormId.optional(),
    limit: z.number().int().min(1).max(200).default(50),
    cursor: z.string().max(200).optional(),
  }),
  output: z.object({
    rows: z.array(Door),
    next: z.string().nullable(),
    cells: z.number().int().describe('on this page'),
  }),
  doc: 'Where something is missing or stale for an open form, door by door.',
})
export const listQuestions = query('fields.questions', {
  input: z.object({ kind: Subject, subject: z.string().uuid(), form: FormId.optional() }),
  output: z.object({
    name: z.string(),
    place: z.string(),
    rows: z.array(Question),
    forms: z.array(z.object({ id: z.string(), name: Names, organName: Names.nullable(), reason: z.string() })),
  }),
  doc: 'What is missing or stale at one door, for all open forms at once. Everybody living there sees this read.',
})

export const Answered = z.object({
  subjectKind: Subject,
  subject: z.string().uuid(),
  field: FieldKey,
  value: Value.optional().describe('absent with unchanged'),
  unchanged: z.boolean().default(false).describe('still as at `base`: one tap'),
  base: z.string().uuid().nullable().describe('id of the value that was seen when answering; null: none was there'),
})
export type Answered = z.infer<typeof Answered>
export const OUTCOMES = ['taken', 'confirmed', 'branch'] as const
export const Outcome = z.object({
  subject: z.string(),
  field: z.string(),
  outcome: z.enum(OUTCOMES).describe('taken: a new value; confirmed: the same again; branch: kept, a person decides'),
  value: z.string().nullable().describe('id of the present value'),
  branch: z.string().nullable(),
})
export const answerForm = command('fields.answer', {
  input: z.object({
    source: z.enum(['visit', 'self', 'report']).default('visit'),
    certainty: z.enum(['certain', 'likely', 'doubtful']).default('certain'),
    day: DayText.optional().describe('when it was answered; default today, never later'),
    answers: z.array(Answered).min(1).max(200),
  }),
  output: z.object({ results: z.array(Outcome), entry: z.string() }),
  doc: 'One act of answering: each answer feeds every form. Nothing is overwritten unseen: see the versions rule.',
})

/** 分支: two people said different things without having seen each other's. */
export const Branch = z.object({
  id: z.string(),
  subjectKind: Subject,
  subject: z.string(),
  name: z.string(),
  field: z.string(),
  place: z.string(),
  theirs: z.object({ value: Value, day: z.string() }).describe('what came in later'),
  ours: z.object({ id: z.string(), value: Value, day: z.string() }).nullable().describe('what is there'),
  seen: Value.nullable().describe('what the later one had seen'),
  at: z.string(),
})
export type Branch = z.infer<typeof Branch>
export const listBranches = query('fields.branches', {
  input: z.object({ place: PlaceCode.optional(), limit: z.number().int().min(1).max(200).default(50) }),
  output: z.object({ rows: z.array(Branch) }),
  doc: 'Answers that contradict each other, waiting for a person.',
})
export const settleBranch = command('fields.settle', {
  input: z.object({
    id: z.string().uuid(),
    take: z.enum(['theirs', 'ours']),
    reason: z.string().trim().min(2).max(200),
  }),
  output: Outcome,
  doc: 'Decides between two answers. Both stay on record.',
})

export const definitionsChanged = event('fields.definitionsChanged', z.object({ key: z.string() }))
/** Values of a subject changed: devices that carry it fetch anew. */
export const answered = event('fields.answered', z.object({ subject: z.string(), kind: z.string() }))
