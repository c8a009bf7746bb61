import { z } from 'zod'
import { isDay } from './clock.ts'
import { UUID } from './ids.ts'

/**
 * A contract is one value that the server handles, the screen calls and OpenAPI prints. Commands are `POST /api/<name>`
 * with the sender's UUIDv7 in the `Idempotency-Key` header; queries are `GET /api/<name>?…`, those that are `sealed`
 * `POST /api/<name>`, since what they ask with (a secret, a reason, somebody's number) has no business in an address.
 */
export type Command<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> = {
  kind: 'command'
  name: string
  input: I
  output: O
  doc: string
  /** Sent by the house itself, never from outside. */
  inward?: boolean
}
export type Query<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> = {
  kind: 'query'
  name: string
  input: I
  output: O
  doc: string
  inward?: boolean
  /** Asked by POST, its input in the body: addresses end up in logs. */
  sealed?: boolean
}
export type Event<P extends z.ZodType = z.ZodType> = { kind: 'event'; name: string; payload: P }

type Shapes<I, O> = { input: I; output: O; doc: string; inward?: boolean; sealed?: boolean }

export const command = <I extends z.ZodObject, O extends z.ZodType>(
  name: string,
  shapes: Shapes<I, O>,
): Command<I, O> => ({
  kind: 'command',
  name,
  ...shapes,
})

export const query = <I extends z.ZodObject, O extends z.ZodType>(name: string, shapes: Shapes<I, O>): Query<I, O> => ({
  kind: 'query',
  name,
  ...shapes,
})

/** Events carry ids, places and codes; never personal data, since they leave the transaction's protection. */
export const event = <P extends z.ZodType>(name: string, payload: P): Event<P> => ({ kind: 'event', name, payload })

export type InputOf<C extends { input: z.ZodType }> = z.infer<C['input']>
export type OutputOf<C extends { output: z.ZodType }> = z.infer<C['output']>
export type PayloadOf<E extends { payload: z.ZodType }> = z.infer<E['payload']>

/** A branded UUID, made by the sender. */
export const id = <B extends string>(brand: B) => z.string().regex(UUID).brand<B>().describe(`${brand} (UUIDv7)`)

export const DayText = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay, 'no_such_day')
  .describe('calendar day in Asia/Shanghai')

/** Lists: a limit, an opaque cursor, a stable order. */
export const pageInput = {
  limit: z.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional().describe('opaque, from the previous page'),
}
export const page = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), next: z.string().nullable().describe('cursor of the next page') })

/** Both languages of a name that is data. */
export const Names = z.object({ zh: z.string(), en: z.string().nullable().optional() })
