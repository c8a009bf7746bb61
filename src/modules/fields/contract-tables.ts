import { z } from 'zod'
import { Names, query } from '#kernel/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { FormId } from './contract.ts'

/** 填报负担: what forms cost the people who fill them. */
export const Burden = z.object({
  form: FormId,
  name: Names,
  organ: z.string(),
  organName: Names.nullable(),
  month: z.string(),
  asked: z.number().int().describe('cells, of a daily table each day'),
  known: z.number().int().describe('was there already when it was opened, so nobody was asked'),
  typed: z.number().int().describe('answers typed because of this form first'),
  confirmed: z.number().int().describe('taps on unchanged'),
})
export type Burden = z.infer<typeof Burden>
export const showBurden = query('fields.burden', {
  input: z.object({
    place: PlaceCode.optional(),
    organ: z.string().uuid().optional(),
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .optional()
      .describe('default: this month'),
  }),
  output: z.object({
    month: z.string(),
    rows: z.array(Burden),
    organs: z.array(
      z.object({
        organ: z.string(),
        organName: Names.nullable(),
        forms: z.number().int(),
        asked: z.number().int(),
        known: z.number().int(),
        typed: z.number().int(),
        confirmed: z.number().int(),
      }),
    ),
  }),
  doc: 'The burden meter: per organ, form and month, fields asked, already known, typed.',
})

export const exportForm = query('fields.export', {
  input: z.object({
    id: FormId,
    format: z.enum(['xlsx', 'csv']).default('xlsx'),
    place: PlaceCode.optional().describe('a part of the area'),
  }),
  output: z.object({
    name: z.string(),
    type: z.string(),
    rows: z.number().int(),
    base64: z.string(),
    withheld: z.array(z.string()).describe('fields that the reader may not read; their cells are empty'),
  }),
  doc: 'The table in its official layout, also of a form that was refused because all is held. A read of each person in it.',
})
