import { z } from 'zod'
import { command, DayText, event, id, Names, query } from '#kernel/contract.ts'
import { PersonId } from '#modules/people/contract.ts'

/** 纸质同意: a consent given on paper, entered by whoever answers for the place, with a picture of the sheet. */
export const PaperId = id('PaperId')

/** `PUT /api/sheets/:id?person=…&purpose=…&signedOn=…` with the picture; the id is made by the sender. */
export const takePaper = command('fields.takePaper', {
  input: z.object({
    id: PaperId.describe('of the consent'),
    person: PersonId.describe('whom the consent is about'),
    signedBy: PersonId.optional().describe('of a child: the guardian who signed; default: the person'),
    purpose: z.string().max(60),
    signedOn: DayText,
    sheet: z.string().min(1).describe('the picture, base64'),
  }),
  output: z.object({ id: PaperId }),
  doc: 'Enters a consent that was given on paper. The person is told. Refuses not_found, invalid, already (there is a live one).',
  inward: true,
})
export const takeBackOnPaper = command('fields.takeBack', {
  input: z.object({ id: z.string().uuid().describe('of the consent'), person: PersonId }),
  output: z.object({ id: z.string() }),
  doc: 'Somebody without a phone takes a consent back, by word or on paper. What rests on it is hidden at once. Refuses not_found.',
})
export const paperSheet = query('fields.paper', {
  input: z.object({ id: z.string().uuid() }),
  output: z.object({
    id: PaperId,
    purpose: z.string(),
    signedOn: z.string(),
    enteredAt: z.string(),
    by: Names.nullable().describe('office of whoever entered it'),
    takenBackAt: z.string().nullable(),
    picture: z.string().describe('data URL of the sheet'),
  }),
  doc: 'The sheet of a consent, for whoever answers for the place, and for who signed it. The person sees this read.',
  sealed: true,
})

/** A consent was entered for somebody who did not send it: they are told. */
export const paperTaken = event('fields.paperTaken', z.object({ person: z.string(), place: z.string() }))
