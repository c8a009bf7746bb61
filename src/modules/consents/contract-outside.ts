import { z } from 'zod'
import { command, DayText, id, Names, query } from '#kernel/contract.ts'

/**
 * 外部系统: registers outside this house. Their reads of our people come onto the person's page, and ours onto theirs, by a
 * service shaped like the Estonian data tracker (andmejälgija: findUsage, usagePeriod, heartbeat). An id number travels in the
 * body of a POST, never in an address. The credential goes as `Authorization: Bearer opx_…`.
 */
export const OutsideId = id('OutsideId')
export const OUTSIDE_ACTS = [
  'consents.findUsage',
  'consents.usagePeriod',
  'consents.heartbeat',
  'consents.reportUsage',
] as const

export const addOutside = command('consents.addOutside', {
  input: z.object({
    id: OutsideId,
    code: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{2,79}$/)
      .describe('what the system is called by machines'),
    name: Names,
    may: z.array(z.enum(OUTSIDE_ACTS)).min(1),
    perMinute: z.number().int().min(1).max(6000).default(600),
    endsOn: DayText.describe('last day of the credential; at most a year ahead'),
  }),
  output: z.object({ id: OutsideId, token: z.string().describe('shown this once; only its hash is kept') }),
  doc: 'Gives an outside system a dated credential for named acts.',
})
export const endOutside = command('consents.endOutside', {
  input: z.object({ id: OutsideId }),
  output: z.object({}),
  doc: 'Takes a credential back at once.',
})
export const Outside = z.object({
  id: OutsideId,
  code: z.string(),
  name: Names,
  may: z.array(z.string()),
  perMinute: z.number(),
  madeAt: z.string(),
  endsAt: z.string(),
  endedAt: z.string().nullable(),
  live: z.boolean(),
})
export type Outside = z.infer<typeof Outside>
export const listOutside = query('consents.outside', {
  input: z.object({}),
  output: z.object({ rows: z.array(Outside) }),
  doc: 'Outside systems with a credential, and those that had one.',
})

const UserCode = z.string().trim().min(4).max(40).describe('公民身份号码 of the person')
const Instant = z.iso.datetime({ offset: true })

export const findUsage = query('consents.findUsage', {
  input: z.object({
    userCode: UserCode,
    userId: z.string().trim().min(1).max(80).describe('who asks (X-Road-UserId): the person, or whoever acts for him'),
    periodStart: Instant.optional(),
    periodEnd: Instant.optional(),
    offset: z.number().int().min(0).max(100_000).default(0),
    limit: z.number().int().min(1).max(1000).default(100),
  }),
  output: z.object({
    totalUsages: z.number(),
    usages: z.array(
      z.object({
        logtime: z.string(),
        action: z.string().describe('in words for people'),
        receiverCode: z.string(),
        receiverName: z.string().nullable(),
        receiverSystem: z.string(),
      }),
    ),
  }),
  doc: 'For outside systems: who looked at this person here, newest first. What is delayed by law is not in it before its day.',
  sealed: true,
})
export const usagePeriod = query('consents.usagePeriod', {
  input: z.object({}),
  output: z.object({ periodStart: z.string(), periodEnd: z.string() }),
  doc: 'For outside systems: from when to when looks can be asked for.',
})
export const heartbeat = query('consents.heartbeat', {
  input: z.object({}),
  output: z.object({ status: z.literal('UP'), at: z.string(), system: z.string() }),
  doc: 'For outside systems: whether the service answers, and to whom.',
})
export const reportUsage = command('consents.reportUsage', {
  input: z.object({
    usages: z
      .array(
        z.object({
          ref: z.string().min(1).max(80).describe('of the system’s own giving: told twice is told once'),
          userCode: UserCode,
          logtime: Instant,
          action: z.string().trim().min(2).max(200).describe('in words for people'),
          receiverCode: z.string().min(1).max(80),
          receiverName: z.string().max(120).optional(),
        }),
      )
      .min(1)
      .max(500),
  }),
  output: z.object({
    taken: z.number(),
    unknown: z.number().describe('persons whom nobody here knows, or whom one number does not tell apart'),
  }),
  doc: 'For outside systems: tells who read a person of ours in their register; it shows on that person’s page.',
})

/** One look at a person in an outside register. */
export type OutsideLook = { id: string; at: string; action: string; receiver: string; system: string }
