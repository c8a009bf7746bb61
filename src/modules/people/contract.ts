import { z } from 'zod'
import { command, event, id, Names, page, pageInput, query } from '#kernel/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'

/** 人, and 单位 (organ): department, township command room, village committee, firm … */
export const PersonId = id('PersonId')
export type PersonId = z.infer<typeof PersonId>
export const OrganId = id('OrganId')
export type OrganId = z.infer<typeof OrganId>

export const ORGAN_KINDS = [
  'department',
  'command_room',
  'command',
  'village_committee',
  'hotline',
  'duty_holder',
  'firm',
  'social',
] as const

export const Organ = z.object({
  id: OrganId,
  name: Names,
  kind: z.enum(ORGAN_KINDS),
  line: z.string().nullable().describe('department line: housing, water, urban …'),
  place: PlaceCode,
  creditCode: z.string().nullable().describe('统一社会信用代码, 18 characters, checksum verified (GB 32100)'),
})
export type Organ = z.infer<typeof Organ>

/** A person as staff see it in lists: number and phone masked. */
export const PersonRow = z.object({
  id: PersonId,
  name: z.string(),
  phoneMasked: z.string().nullable(),
  idMasked: z.string().nullable(),
})
export type PersonRow = z.infer<typeof PersonRow>

export const registerPerson = command('people.register', {
  input: z.object({
    id: PersonId,
    name: z.string().trim().min(1).max(60),
    phone: z
      .string()
      .regex(/^1\d{10}$/)
      .nullable()
      .optional(),
    idNumber: z
      .string()
      .max(18)
      .nullable()
      .optional()
      .describe('公民身份号码, checksum verified (GB 11643); never a key'),
    homePlace: PlaceCode.nullable().optional(),
    login: z
      .string()
      .regex(/^[a-z][a-z0-9._-]{2,40}$/)
      .nullable()
      .optional(),
  }),
  output: PersonRow,
  doc: 'Enters a person. Two persons with one id number, and shared phones, are both allowed.',
})
export const addOrgan = command('people.addOrgan', {
  input: z.object({
    id: OrganId,
    name: Names,
    kind: z.enum(ORGAN_KINDS),
    line: z.string().max(40).nullable(),
    place: PlaceCode,
    creditCode: z.string().nullable(),
  }),
  output: Organ,
  doc: 'Enters an organ; the 18-character unified code is checked by its checksum.',
})
export const listOrgans = query('people.organs', {
  input: z.object({
    place: PlaceCode.optional().describe('organs at or below; default: own scope'),
    line: z.string().optional(),
    kind: z.enum(ORGAN_KINDS).optional(),
    text: z.string().max(40).optional(),
    ...pageInput,
  }),
  output: page(Organ),
  doc: 'Organs by place, line or part of the name.',
})
export const searchPeople = query('people.search', {
  input: z.object({ text: z.string().trim().min(1).max(40).describe('part of a name, or login'), ...pageInput }),
  output: page(PersonRow),
  doc: 'Staff by name or login; numbers stay masked.',
})
export const getPerson = query('people.get', {
  input: z.object({ id: PersonId }),
  output: z.object({ person: PersonRow, phone: z.string().nullable(), homePlace: z.string().nullable() }),
  doc: 'One person with the phone number in full. The person sees this read.',
})
export const getMe = query('people.me', {
  input: z.object({}),
  output: z.object({
    id: PersonId,
    name: z.string(),
    phone: z.string().nullable(),
    idMasked: z.string().nullable(),
    homePlace: z.string().nullable(),
    source: z.string(),
    enteredAt: z.string(),
  }),
  doc: 'What the platform holds about oneself.',
})

export const organsChanged = event('people.organsChanged', z.object({ id: z.string() }))
