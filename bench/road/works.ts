import { randomBytes } from 'node:crypto'
import { uuidv7 } from '#kernel/ids.ts'
import { CITY_NOW } from '../city/fill.ts'
import type { Chain } from '../load/generator.ts'
import type { Request } from '../load/wire.ts'
import { command, type Lane, type Signed } from './people.ts'

/** The works of the bench as requests to the product. */
const send = (name: string, who: Signed | undefined, body: object): Request => ({
  method: 'POST',
  path: `/api/${name}`,
  headers: { ...command(), ...who?.headers },
  body: JSON.stringify(body),
})
const ask = (name: string, who: Signed, query: Record<string, string>): Request => ({
  method: 'GET',
  path: `/api/${name}?${new URLSearchParams(query).toString()}`,
  headers: who.headers,
})

export const newId = (): string => uuidv7(CITY_NOW)
const TEXT = {
  title: '村口路面破损',
  description: '村口往北五十米的水泥路面有一处破损，雨后积水，电瓶车经过容易打滑。',
}

/** A report from the field, with position; the duty list gives it to the worker of the grid. */
export const report = (lane: Lane, kind: string, id: string): Request =>
  send('cases.report', lane.worker, {
    id,
    secret: randomBytes(12).toString('hex'),
    channel: 'field',
    kind,
    ...TEXT,
    position: { lon: lane.lon, lat: lane.lat, crs: 'wgs84', accuracyM: 12 },
  })
export const accept = (lane: Lane, id: string): Request => send('cases.accept', lane.worker, { id })
export const newest = (who: Signed, query: { open: boolean; place?: string }): Request =>
  ask('cases.list', who, { limit: '50', open: String(query.open), ...(query.place ? { place: query.place } : {}) })
export const one = (who: Signed, id: string): Request => ask('cases.get', who, { id })
export const figures = (who: Signed, place: string): Request => ask('cases.figures', who, { place })

/** A whole life: a resident without an account reports; the room assigns; the worker accepts and handles; the room verifies; the resident confirms; the county finds it. */
export function life(lane: Lane, kind: string): Chain {
  const [id, secret] = [newId(), randomBytes(12).toString('hex')]
  return [
    send('cases.report', undefined, { id, secret, channel: 'town', kind, ...TEXT, place: lane.worker.place }),
    send('cases.assign', lane.room, { id, post: lane.worker.post, note: '请到现场看看' }),
    send('cases.accept', lane.worker, { id }),
    send('cases.handle', lane.worker, { id, note: '已用冷补料填平', answer: '破损处已经填平，请放心通行。' }),
    send('cases.verify', lane.room, { id }),
    send('cases.confirm', undefined, { id, secret, solved: true }),
    { method: 'GET', path: '/api/cases.list?text={number}', headers: lane.county.headers },
  ]
}
export const LIFE = ['create', 'assign', 'accept', 'handle', 'verify', 'confirm', 'find'] as const
