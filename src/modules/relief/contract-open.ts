import { z } from 'zod'
import { query } from '#kernel/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'

/** Which tools are open where: no secret, since it is told to everybody when they open. */
export const openTools = query('relief.open', {
  input: z.object({ place: PlaceCode.optional().describe('default: anywhere') }),
  output: z.object({
    rows: z.array(
      z.object({
        tool: z.string(),
        place: z.string().describe('where it is open, with all below'),
        placeName: z.string(),
        until: z.string(),
      }),
    ),
  }),
  doc: 'Tools that are open at a place or somewhere below it. Public.',
})
