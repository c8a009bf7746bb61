import { z } from 'zod'
import { command, event, query } from '#kernel/contract.ts'
import { UUID } from '#kernel/ids.ts'
import { DeviceId, Parcel, WHYS } from './contract.ts'

const Key = z.string().regex(UUID)

/** What the server itself sends while it takes parcels in. */
export const Noted = Parcel.extend({
  state: z.enum(['done', 'held', 'refused', 'stranded']),
  why: z.enum(WHYS).nullable(),
  code: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
})
export type Noted = z.infer<typeof Noted>

export const noteParcels = command('sync.note', {
  input: z.object({ device: DeviceId, skewMs: z.number().int(), rows: z.array(Noted).max(400) }),
  output: z.object({ kept: z.array(z.string()).describe('the others are beyond what may wait') }),
  doc: 'By the server alone: what became of parcels.',
  inward: true,
})
/** Files of parcels that wait here, or no longer do: photos and recordings come before their parcel, and nobody has taken them up. */
export const filesWaiting = event('sync.filesWaiting', z.object({ files: z.array(z.string()), waits: z.boolean() }))
export const readStanding = query('sync.standing', {
  input: z.object({ keys: z.array(Key).max(120) }),
  output: z.object({
    rows: z.array(
      z.object({ key: z.string(), state: z.string(), why: z.string().nullable(), code: z.string().nullable() }),
    ),
  }),
  doc: 'By the server alone: what became of parcels that came before.',
  inward: true,
})
export const readBehind = query('sync.behind', {
  input: z.object({}),
  output: z.object({ rows: z.array(Parcel.extend({ device: DeviceId })) }),
  doc: 'By the server alone: parcels of this person that waited and may go now.',
  inward: true,
})
export const readStranded = query('sync.stranded', {
  input: z.object({ person: Key, key: Key }),
  output: z.object({ parcel: Parcel }),
  doc: 'By the server alone: a parcel of somebody else that waits for a decision, as it was written.',
  inward: true,
})
export const carriedParcel = command('sync.carried', {
  input: z.object({ person: Key, key: Key, reason: z.string() }),
  output: z.object({}),
  doc: 'By the server alone: a room has sent a parcel on behalf of its maker, who is told.',
  inward: true,
})
export const strandParcel = command('sync.strand', {
  input: z.object({ person: Key, key: Key }),
  output: z.object({}),
  doc: 'By the server alone: a parcel has waited too long; from now on a person decides.',
  inward: true,
})
export const clearSync = command('sync.clear', {
  input: z.object({}),
  output: z.object({}),
  doc: 'By the server alone: forgets phones not heard of for half a year, and parcels done long ago.',
  inward: true,
})
