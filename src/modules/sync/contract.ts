import { z } from 'zod'
import { command, id, query } from '#kernel/contract.ts'
import { UUID, UUID7 } from '#kernel/ids.ts'

/** 设备, 待发件: phones that work for days without a network, and what they bring home. */
export const DeviceId = id('DeviceId')
const AnyId = z.string().regex(UUID)
/** Made by the phone; proves that it is this phone where nobody is signed in. */
const Token = z.string().regex(/^[A-Za-z0-9]{32,64}$/)

/** 待发件: one command that was made on a phone, on its way. `after`: the parcel about the same thing that was made before it. */
export const Parcel = z.object({
  key: z.string().regex(UUID7).describe('key of the command'),
  person: AnyId.describe('who made it; it goes out under his session only'),
  post: AnyId.describe('in which post'),
  thing: z.string().max(80).nullable().describe('what it is about'),
  after: z.string().regex(UUID7).nullable(),
  command: z.string().max(60),
  input: z.record(z.string(), z.unknown()),
  title: z.string().max(120).describe('what a person sees of it'),
  at: z.string().datetime().describe('when it was made, by the clock of the phone: kept as claimed, decides nothing'),
})
export type Parcel = z.infer<typeof Parcel>

/**
 * 已办 done, 已退回 refused (a person decides), 等前一条 held, 等人决定 stranded (held too long, or the post has ended), 已放弃 dropped;
 * `later`: nothing was kept of it here, send it again.
 */
export const STATES = ['done', 'refused', 'held', 'stranded', 'dropped', 'later'] as const
export const WHYS = ['not_come', 'refused_before', 'too_long', 'post_ended', 'backlog_full'] as const
export type Why = (typeof WHYS)[number]
export const Receipt = z.object({
  key: z.string(),
  state: z.enum(STATES),
  why: z.enum(WHYS).nullable(),
  code: z.string().nullable().describe('why it was refused'),
  detail: z.record(z.string(), z.unknown()),
  output: z.unknown().describe('the answer of the command, once done'),
})
export type Receipt = z.infer<typeof Receipt>

/** `POST /api/sync/parcels`: any number, in any order, any number of times. */
export const Push = z.object({
  device: DeviceId,
  sentAt: z.string().datetime().describe("the phone's clock now"),
  parcels: z.array(Parcel).max(50),
})
export const Pushed = z.object({
  at: z.string().describe('our clock'),
  receipts: z.array(Receipt).describe('of what was sent, and of what had waited for it'),
})
export type Pushed = z.infer<typeof Pushed>

export const WIPES = ['asked', 'post_ended'] as const
export const registerDevice = command('sync.register', {
  input: z.object({ device: DeviceId, token: Token, name: z.string().trim().min(1).max(60) }),
  output: z.object({
    secret: z.string().describe('32 bytes, base64: half of the key of this person’s store on the phone'),
  }),
  doc: 'Makes a phone known, or opens it again: the secret is given to the live session of its owner only. Refuses gone when it is to be emptied.',
})
export const touchDevice = query('sync.contact', {
  input: z.object({ device: DeviceId, token: Token }),
  output: z.object({ known: z.boolean(), wipe: z.enum(WIPES).nullable() }),
  sealed: true,
  doc: 'What a phone asks first, also without a session: is it to be emptied? `asked`: at once. `post_ended`: after it has sent what it holds.',
})
export const confirmWipe = command('sync.wiped', {
  input: z.object({
    device: DeviceId,
    token: Token,
    unsent: z
      .number()
      .int()
      .min(0)
      .max(100_000)
      .default(0)
      .describe('parcels that had not been sent and are gone with it'),
  }),
  output: z.object({}),
  doc: 'A phone says that it has emptied itself.',
})
export const wipeDevice = command('sync.wipe', {
  input: z.object({ id: AnyId, reason: z.string().trim().min(2).max(200) }),
  output: z.object({}),
  doc: 'A phone is to be emptied as soon as it is heard of; its session ends now. By its owner or the security administrator. What it had not sent is lost with it.',
})

export const DeviceRow = z.object({
  id: z.string(),
  device: z.string(),
  name: z.string(),
  agent: z.string(),
  owner: z.string(),
  mine: z.boolean(),
  placeName: z.string(),
  registeredAt: z.string(),
  seenAt: z.string(),
  wipe: z
    .object({
      at: z.string(),
      reason: z.string(),
      doneAt: z.string().nullable(),
      unsent: z.number().nullable().describe('parcels that were gone with it'),
    })
    .nullable(),
})
export type DeviceRow = z.infer<typeof DeviceRow>
export const listDevices = query('sync.devices', {
  input: z.object({ limit: z.number().int().min(1).max(200).default(100) }),
  output: z.object({ rows: z.array(DeviceRow) }),
  doc: 'Phones with work on them: my own; the security administrator sees those of his place.',
})

/** One answer of an ordinary query that the phone takes along; `tag` changes with what it says. */
export const Carried = z.object({
  tag: z.string().length(8),
  query: z.string(),
  input: z.record(z.string(), z.unknown()),
  answer: z.unknown(),
})
export type Carried = z.infer<typeof Carried>
export const takeBundle = query('sync.bundle', {
  input: z.object({
    device: DeviceId,
    part: z.number().int().min(0).max(20).default(0).describe('0: what is needed first; the others, more doors each'),
    have: z
      .string()
      .max(16_000)
      .default('')
      .describe('tags of what the phone has, eight letters each: only the rest is sent'),
  }),
  output: z.object({
    at: z.string(),
    post: z.string().nullable(),
    entries: z.array(Carried),
    keep: z.string().describe('tags of what the phone has and keeps'),
    parts: z.number().int().describe('what no part has named goes from the phone, once all were taken'),
    left: z.number().int().describe('doors and cases that did not fit'),
    wipe: z.enum(WIPES).nullable(),
  }),
  sealed: true,
  doc: 'What the worker needs today without a network: own cases, doors, promises, forms. In parts, so that a broken line loses little. The first time all of it, then what changed.',
})

export const Waiting = z.object({
  key: z.string(),
  person: z.string(),
  owner: z.string(),
  mine: z.boolean(),
  command: z.string(),
  title: z.string(),
  state: z.enum(['held', 'refused', 'stranded']),
  why: z.enum(WHYS).nullable(),
  code: z.string().nullable(),
  receivedAt: z.string(),
  claimedAt: z.string(),
  skewSeconds: z.number().describe('how far the clock of the phone was ahead of ours'),
  expiresAt: z.string().nullable(),
  placeName: z.string(),
})
export type Waiting = z.infer<typeof Waiting>
export const listBacklog = query('sync.backlog', {
  input: z.object({ limit: z.number().int().min(1).max(200).default(100) }),
  output: z.object({ rows: z.array(Waiting) }),
  doc: 'What came from phones and waits: for what was made before it, or for a decision. My own; a township room sees that of its place.',
})
/**
 * `POST /api/sync/carry`: a township room sends what waits for a decision on behalf of its maker, under its own name and authority;
 * refuses what the command itself would refuse the room. Its maker is told.
 */
export const Carry = z.object({
  person: AnyId,
  key: z.string().regex(UUID7),
  reason: z.string().trim().min(2).max(200),
})
export const CarriedOut = z.object({ output: z.unknown().describe('the answer of the command') })

export const decideParcel = command('sync.decide', {
  input: z.object({
    person: AnyId,
    key: z.string().regex(UUID7),
    decision: z.enum(['again', 'drop']),
    reason: z.string().trim().max(200).default('').describe('needed to drop'),
  }),
  output: z.object({}),
  doc: 'Lets a waiting parcel go out as it is at the next contact of its maker, without what it waits for, or gives it up. Only the maker lets go out; a township room may give up, or carry out on behalf: POST /api/sync/carry.',
})
