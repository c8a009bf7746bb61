import { ask } from '#kernel/ask.ts'
import { type Actor } from '#kernel/authorise.ts'
import { instant, millis } from '#kernel/clock.ts'
import { Refusal, refusalOf, refuse } from '#kernel/errors.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { run, type Sending } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { roster } from '#modules/posts/api.ts'
import type { z } from 'zod'
import type { Carry, Parcel, Push, Pushed } from './contract.ts'
import { carriedParcel, noteParcels, readBehind, readStanding, readStranded } from './contract-inward.ts'
import { deliver, type Behind, type Desk, type Ran } from './deliver.ts'
import { LATER, type Standing } from './rules.ts'

type From = { p: Platform; actor: Actor; request: string; client: Sending['client'] }

/** Takes in what a phone sends; each parcel goes down the ordinary road under the session of the person who made it. */
export async function takeParcels(from: From, push: z.infer<typeof Push>): Promise<Pushed> {
  const { p, actor } = from
  if (actor.person === null) return refuse('unauthenticated')
  if (push.parcels.some(({ person }) => person !== actor.person))
    return refuse('forbidden', { because: 'made by another' })
  const now = p.clock.now()
  const receipts = await deliver(deskOf(from, push.device, millis(push.sentAt) - now), push.parcels)
  return { at: instant(now), receipts }
}

function deskOf(from: From, device: string, skewMs: number): Desk {
  const { p, actor } = from
  const asked = async <T>(name: string, input: object): Promise<T> =>
    (await ask(p, actor, name, input, from.request)) as T
  return {
    async standing(keys) {
      const { rows } = await asked<{ rows: (Standing & { key: string })[] }>(readStanding.name, { keys })
      return new Map(rows.map(({ key, ...standing }) => [key, standing]))
    },
    run: (parcel) => runOne(from, parcel, parcel.device ?? device),
    async note(rows) {
      const input = { device, skewMs, rows }
      const noted = await run(p, actor, noteParcels.name, input, { key: uuidv7(p.clock.now()), request: from.request })
      return new Set((noted as OutputOf<typeof noteParcels>).kept)
    },
    behind: async () => (await asked<{ rows: Behind[] }>(readBehind.name, {})).rows,
  }
}

async function runOne(from: From, parcel: Parcel, phone: string): Promise<Ran> {
  const { p } = from
  const actor = await inPost(p, from.actor, parcel.post)
  if (!actor) return { state: 'stranded', why: 'post_ended' }
  try {
    sendable(p, parcel)
    const sending = { key: parcel.key, request: from.request, phone, ...(from.client ? { client: from.client } : {}) }
    return { state: 'done', output: await run(p, actor, parcel.command, parcel.input, sending) }
  } catch (error) {
    return failed(p, parcel, error)
  }
}

/** Commands of the house itself, and those whose answer is not kept, travel in no parcel. */
function sendable(p: Platform, { command }: Parcel): void {
  const found = p.slices.handlers.get(command)
  if (!found || found.contract.inward || !found.keepsAnswer || command.startsWith('sync.'))
    refuse('not_found', { command })
}

/** A fault of ours is not an answer: the parcel stays on the phone and comes again. */
function failed(p: Platform, { key, command }: Parcel, error: unknown): Ran {
  const refusal = refusalOf(error) ?? new Refusal('internal')
  if (refusal.code === 'internal')
    p.log.error({ key, command, problem: error instanceof Error ? error.message : String(error) }, 'a parcel failed')
  return LATER.includes(refusal.code)
    ? { state: 'later', code: refusal.code }
    : { state: 'refused', code: refusal.code, detail: refusal.detail }
}

/** Whoever holds several posts acts in the one in which the parcel was made, as long as he holds it. */
async function inPost(p: Platform, actor: Actor, post: string): Promise<Actor | undefined> {
  if (actor.post === post) return actor
  const held = (await roster(p)).get(post)
  if (!held || held.person !== actor.person) return undefined
  return { ...actor, kind: 'staff', role: held.role, post, organ: held.organ, place: held.place }
}

/**
 * A room sends what its worker wrote and can send no more: as the room's own act, under the parcel's key, so that it stays one
 * effect whoever sends it and however often. Killed between the effect and the note, the room presses again and gets the first answer.
 */
export async function carryOut(
  from: From,
  { person, key, reason }: z.infer<typeof Carry>,
): Promise<{ output: unknown }> {
  const { p, actor, request, client } = from
  const { parcel } = (await ask(p, actor, readStranded.name, { person, key }, request)) as OutputOf<typeof readStranded>
  sendable(p, parcel)
  const sending = { key, request, behalf: person, ...(client ? { client } : {}) }
  const output = await run(p, actor, parcel.command, parcel.input, sending).catch((error: unknown) => {
    // Its maker's own sending, or a colleague's, had its effect just now.
    if (refusalOf(error)?.code === 'key_reused') return null
    throw error
  })
  const about = { person, key, reason }
  await run(p, actor, carriedParcel.name, about, { key: uuidv7(p.clock.now()), request })
  return { output }
}
