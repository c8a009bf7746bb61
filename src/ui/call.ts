import type { Command, OutputOf, Query } from '#kernel/contract.ts'
import { systemClock } from '#kernel/clock.ts'
import type { Problem, RefusalCode } from '#kernel/errors.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { locale } from '#kernel/messages.ts'
import { glassHeader, lookThrough } from './glass.ts'
import type { z } from 'zod'
import { report } from './offline/line.ts'

/** What the server refused, with its code; or `offline` when it could not be reached. */
export class CallError extends Error {
  readonly code: RefusalCode | 'offline'
  readonly problems: Problem[]
  readonly detail: Record<string, unknown>
  readonly request: string | null
  constructor(
    code: RefusalCode | 'offline',
    body: { problems?: Problem[]; detail?: Record<string, unknown>; request?: string } = {},
  ) {
    super(code)
    this.code = code
    this.problems = body.problems ?? []
    this.detail = body.detail ?? {}
    this.request = body.request ?? null
  }
}

/** The phone that keeps what is made on it: two of one worker have not seen what the other wrote. */
let phone: string | undefined
export const callAs = (device: string | undefined): void => void (phone = device)

export const newId = (): string => uuidv7(systemClock.now())

/** Sends a command. Pass the same `key` again to repeat it: the server does it once. */
export async function call<C extends Command>(
  command: C,
  input: z.input<C['input']>,
  key: string = newId(),
): Promise<OutputOf<C>> {
  return (await send(`/api/${command.name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(phone ? { 'x-openpalm-phone': phone } : {}),
    },
    body: JSON.stringify(input),
  })) as OutputOf<C>
}

export async function ask<Q extends Query>(
  query: Q,
  input: z.input<Q['input']>,
  signal?: AbortSignal,
): Promise<OutputOf<Q>> {
  try {
    const answer = await send(...asking(query, input, signal))
    // What was asked with a secret or seen by breaking the glass is not taken along.
    if (!query.sealed && !('x-openpalm-glass' in glassHeader())) memory?.keep(query.name, input, answer)
    return answer as OutputOf<Q>
  } catch (error) {
    const unreachable = error instanceof CallError && (error.code === 'offline' || error.code === 'unavailable')
    const held = unreachable ? memory?.find(query.name, input) : undefined
    if (held === undefined) throw error
    return held as OutputOf<Q>
  }
}

function asking(query: Query, input: Record<string, unknown>, signal?: AbortSignal): [string, RequestInit] {
  const path = `/api/${query.name}`
  const more = signal ? { signal } : {}
  if (!query.sealed) return [`${path}${searchOf(input)}`, { method: 'GET', headers: glassHeader(), ...more }]
  const headers = { 'content-type': 'application/json', ...glassHeader() }
  return [path, { method: 'POST', headers, body: JSON.stringify(input), ...more }]
}

/** Answers that were taken along, for where there is no network. */
type Memory = {
  find(query: string, input: Record<string, unknown>): unknown
  keep(query: string, input: Record<string, unknown>, answer: unknown): void
}
let memory: Memory | undefined
export const remember = (held: Memory | undefined): void => void (memory = held)

/** Sends parcels of this phone: see src/ui/outbox.ts. */
export const push = (body: object): Promise<unknown> =>
  send('/api/sync/parcels', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** Sends what somebody else wrote, on his behalf (`Carry` of sync). */
export const carry = (body: object): Promise<unknown> =>
  send('/api/sync/carry', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** `undefined` and null fall away; lists repeat their key. */
export function searchOf(input: Record<string, unknown>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(input))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) search.append(key, String(one))
  const text = search.toString()
  return text && `?${text}`
}

/** The photo is resized, its kind checked by content and its position removed by the server. */
export async function upload(
  file: Blob,
  options: {
    id?: string
    keepPosition?: boolean
    /** whose it is; refused while somebody else is signed in */ person?: string
  } = {},
): Promise<{ id: string; url: string; thumb: string }> {
  const id = options.id ?? newId()
  const path = `/api/files/${id}${searchOf({ keepPosition: options.keepPosition })}`
  return (await send(path, {
    method: 'PUT',
    headers: {
      'content-type': file.type || 'application/octet-stream',
      ...(phone ? { 'x-openpalm-phone': phone } : {}),
      ...(options.person ? { 'x-openpalm-person': options.person } : {}),
    },
    body: file,
  })) as { id: string; url: string; thumb: string }
}

/** What only a secret opens is asked for with it in a header: addresses stand in histories and logs. */
export async function fileBySecret(url: string, secret: string): Promise<Blob> {
  const headers = { 'x-openpalm-secret': secret }
  const response = await fetch(url, { headers, credentials: 'same-origin' }).catch(() => undefined)
  if (!response?.ok) throw new CallError(response ? 'not_found' : 'offline')
  return response.blob()
}

/** A list of residents to be imported; what the server says of it. Sending twice under one id is one list. */
export const uploadList = (
  file: Blob,
  { id, place, name }: { id: string; place: string; name: string },
): Promise<unknown> =>
  send(`/api/imports/${id}${searchOf({ place, name })}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/x-openpalm-list' },
    body: file,
  })

/** A consent given on paper, with the picture of its sheet. Sending twice under one id is one consent. */
export const uploadSheet = (
  picture: Blob,
  { id, ...said }: { id: string; person: string; signedBy?: string; purpose: string; signedOn: string },
): Promise<unknown> =>
  send(`/api/sheets/${id}${searchOf(said)}`, {
    method: 'PUT',
    headers: { 'content-type': picture.type || 'image/jpeg' },
    body: picture,
  })

async function send(path: string, init: RequestInit): Promise<unknown> {
  // The custom header cannot be sent from another site without the server's leave: this is the CSRF guard, beside SameSite cookies.
  const headers = { 'x-openpalm': '1', 'accept-language': locale(), ...(init.headers as Record<string, string>) }
  const response = await fetch(path, { ...init, headers, credentials: 'same-origin' }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    report(false)
    throw new CallError('offline')
  })
  report(true)
  const body = (await response.json().catch(() => ({}))) as {
    code?: RefusalCode
    problems?: Problem[]
    detail?: Record<string, unknown>
    request?: string
  }
  if (response.ok) return body
  // Ended elsewhere, or by the clock of the server.
  if (body.code === 'gone' && body.detail && 'glass' in body.detail) lookThrough(null)
  throw new CallError(body.code ?? (response.status >= 500 ? 'unavailable' : 'internal'), body)
}

export type Told = { name: string; key: string; place: string | null }

/** Live events in the own scope; reconnects by itself. Returns how to stop. */
export function listen(heard: (told: Told[]) => void): () => void {
  const source = new EventSource('/api/live')
  source.onmessage = (event: MessageEvent<string>) => heard(JSON.parse(event.data) as Told[])
  return () => source.close()
}
