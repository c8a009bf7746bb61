import { z } from 'zod'
import { query } from '#kernel/contract.ts'
import { PersonId } from '#modules/people/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { HouseholdId, HouseholdRow } from './contract.ts'

/** Found by name, end of a phone, number, door or address. */
export const searchHomes = query('homes.search', {
  input: z.object({
    text: z.string().trim().min(1).max(40).describe('name, end of a phone, door or address, or a whole number'),
    place: PlaceCode.optional(),
    limit: z.number().int().min(1).max(50).default(20),
  }),
  output: z.object({
    residents: z.array(
      z.object({
        id: PersonId,
        name: z.string(),
        sex: z.enum(['female', 'male']).nullable(),
        age: z.number().nullable(),
        minor: z.boolean(),
        phoneMasked: z.string().nullable(),
        by: z.enum(['name', 'phone', 'number']),
        place: z.string().nullable(),
        household: HouseholdId.nullable(),
        address: z.string().nullable(),
        door: z.string().nullable(),
      }),
    ),
    doors: z.array(HouseholdRow.extend({ id: HouseholdId.nullable() })),
  }),
  sealed: true,
  doc: 'Residents and doors of the own range; each person found sees this read.',
})
