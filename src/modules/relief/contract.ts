import { z } from 'zod'
import { event, pageInput } from '#kernel/contract.ts'
import { PersonId } from '#modules/people/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'

/**
 * Tools that are closed until a hold opens them: 转移安置, 包区清楼, 定向排查, 征用, 居家服务, 通行证, 求助热线, 值守班次, 寻亲, 三服务.
 * Each has a contract of its own (contract-….ts); here is what they share. A row of a tool is written under the hold that opens it and
 * goes when the holds are over.
 */
/** A resident as staff of the place see one. */
export const Shown = z.object({
  id: PersonId,
  name: z.string().describe('of a child under 14 the family name only'),
  age: z.number().nullable(),
  phoneMasked: z.string().nullable(),
})
export type Shown = z.infer<typeof Shown>
export const By = z.object({ name: z.string(), title: z.string() }).nullable()

/** When something was seen or done, by the clock of the phone; may come in late, not from the future. */
export const At = z.string().datetime().describe('when it was, by the clock of the phone; the latest word counts')
export const Until = z.string().datetime()
export const Remark = z.string().trim().max(500).default('')
export const Why = z.string().trim().min(2).max(500)
export const placed = { place: PlaceCode.optional().describe('default: own scope'), ...pageInput }

/** How far a list has come, for a place and each place one level below it: numbers of rows by what was last said of them. */
export const progressRow = <S extends string>(states: readonly [S, ...S[]]) =>
  z.object({
    place: z.string(),
    placeName: z.string(),
    total: z.number(),
    states: z.record(z.enum(states), z.number()),
  })
export const progress = <S extends string>(states: readonly [S, ...S[]]) =>
  z.object({ rows: z.array(progressRow(states)) })

/** Something about a tool is another at a place; ids and places only. */
export const reliefChanged = event(
  'relief.changed',
  z.object({ tool: z.string(), id: z.string(), place: z.string().describe('where it lies') }),
)
