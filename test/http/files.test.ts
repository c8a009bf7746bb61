import exifr from 'exifr'
import sharp from 'sharp'
import { cast } from '../../demo/cast.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, openDoor, SECRET } from './door.ts'

let door: Door
let plain: Buffer
let placed: Buffer
beforeAll(async () => {
  door = await openDoor()
  plain = await picture().jpeg().toBuffer()
  const gps = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '28/1 57/1 36/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '118/1 52/1 12/1',
  }
  placed = await picture()
    .jpeg()
    .withExif({ IFD0: { Make: 'Camera of somebody' }, IFD3: gps })
    .toBuffer()
}, 120_000)
afterAll(() => door.close())

const picture = (width = 640, height = 480) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 120, b: 40 } } })
const urlOf = (id: string) => `/api/files/${id}`
type Kept = { id: string; key: string; lon: number | null; lat: number | null; width: number }
const rowOf = async (id: string) =>
  (await door.house.rows<Kept>(`select id, key, lon, lat, width from cases.file where id = '${id}'`))[0]
const bytesOf = async (id: string): Promise<Uint8Array> =>
  (await door.house.p.ports.files.get((await rowOf(id))?.key ?? '')) ?? new Uint8Array()

async function upload(bytes: Buffer, query = '', type = 'image/jpeg', headers: Record<string, string> = {}) {
  const id = door.newKey()
  return { id, answer: await door.put(`${urlOf(id)}${query}`, bytes, { 'content-type': type, ...headers }) }
}

describe('the position inside a photo', () => {
  it('is really there before, and gone from what is kept and from what is known of it', async () => {
    expect(await exifr.gps(placed)).toMatchObject({
      latitude: expect.closeTo(28.96, 2),
      longitude: expect.closeTo(118.87, 2),
    })
    const { id, answer } = await upload(placed)
    expect(answer.json()).toEqual({ id, url: urlOf(id), thumb: `${urlOf(id)}/thumb` })
    expect(await rowOf(id)).toMatchObject({ lon: null, lat: null })
    const kept = Buffer.from(await bytesOf(id))
    expect(await exifr.parse(kept, true).catch(() => undefined)).toBeUndefined()
    expect(kept.includes('Exif')).toBe(false)
    expect(kept.includes('Camera of somebody')).toBe(false)
  })

  it('is known where the sender agreed, and the photo itself stays without', async () => {
    const { id } = await upload(placed, '?keepPosition=true')
    expect(await rowOf(id)).toMatchObject({ lon: expect.closeTo(118.87, 2), lat: expect.closeTo(28.96, 2) })
    expect(Buffer.from(await bytesOf(id)).includes('Exif')).toBe(false)
  })
})

describe('a photo', () => {
  it.each([
    ['PNG', 'image/png', () => picture().png().toBuffer()],
    ['WebP', 'image/webp', () => picture().webp().toBuffer()],
    ['GIF', 'image/gif', () => picture(64, 64).gif().toBuffer()],
    ['AVIF', 'image/avif', () => picture(64, 64).avif().toBuffer()],
    ['a JPEG called something else', 'application/octet-stream', () => picture().jpeg().toBuffer()],
  ])('as %s is taken and kept as JPEG', async (_kind, type, make) => {
    const { id, answer } = await upload(await make(), '', type)
    expect(answer.statusCode).toBe(200)
    expect((await sharp(Buffer.from(await bytesOf(id))).metadata()).format).toBe('jpeg')
  })

  it('is made no larger than 1600 px, and turned as it was taken', async () => {
    const { id } = await upload(await picture(4000, 1000).jpeg().withMetadata({ orientation: 6 }).toBuffer())
    const { width, height } = await sharp(Buffer.from(await bytesOf(id))).metadata()
    expect([width, height]).toEqual([400, 1600])
  })

  it('sent twice is one file; with another picture under the same id it is refused', async () => {
    const { id } = await upload(plain)
    const again = await Promise.all([1, 2, 3].map(() => door.put(urlOf(id), plain)))
    expect(again.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    expect((await door.put(urlOf(id), placed)).statusCode).toBe(200)
    expect((await door.put(urlOf(id), await picture(100, 100).jpeg().toBuffer())).json()).toMatchObject({
      code: 'key_reused',
    })
    expect(await door.house.rows(`select from cases.file where id = '${id}'`)).toHaveLength(1)
  })
})

describe('what is no photo', () => {
  /** A PNG that says of itself that it has 2.5 thousand million pixels, in a few bytes. */
  const bomb = (): Buffer => {
    const header = Buffer.alloc(25)
    header.writeUInt32BE(13, 0)
    header.write('IHDR', 4)
    header.writeUInt32BE(50_000, 8)
    header.writeUInt32BE(50_000, 12)
    header.set([8, 2, 0, 0, 0], 16)
    return Buffer.concat([
      Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
      header,
      Buffer.from('0000000049444154', 'hex'),
    ])
  }
  it.each([
    [
      'SVG',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'),
    ],
    ['PDF', () => Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>')],
    ['HTML', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['an empty body', () => Buffer.alloc(0)],
    ['noise', () => Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))],
    ['a photo cut short', () => plain.subarray(0, Math.floor(plain.length / 2))],
    ['a picture that would fill the memory', bomb],
    [
      'a photo of a kind that cannot be read here',
      () =>
        Buffer.concat([
          Buffer.from('00000018667479706865696300000000', 'hex'),
          Buffer.from('mif1heic'),
          Buffer.alloc(200),
        ]),
    ],
  ])('%s is refused in words, and nothing is kept', async (_what, make) => {
    const { id, answer } = await upload(make())
    expect(answer.statusCode, answer.body).toBe(415)
    expect(answer.json()).toMatchObject({ code: 'unsupported_file', request: expect.any(String) })
    expect(await rowOf(id)).toBeUndefined()
  })

  it('more than 15 MB are too large', async () => {
    const { answer } = await upload(Buffer.concat([plain, Buffer.alloc(15 * 1024 * 1024)]))
    expect(answer.statusCode).toBe(413)
    expect(answer.json()).toMatchObject({ code: 'too_large' })
  })

  it('an id that is none, and a sender from another site, are refused', async () => {
    expect((await door.put('/api/files/..%2f..%2fx', plain)).statusCode).toBe(415)
    expect((await door.put('/api/files/019b7523-3400-8ca5-8000-000000000001', plain)).statusCode).toBe(415)
    expect(
      (
        await door.app.inject({
          method: 'PUT',
          url: urlOf(door.newKey()),
          headers: { 'content-type': 'image/jpeg' },
          payload: plain,
        })
      ).statusCode,
    ).toBe(403)
  })
})

const BY_SECRET = { 'x-openpalm-secret': SECRET }

describe('who sees a photo', () => {
  it('whoever may see its case, and the reporter by the secret; nobody else', async () => {
    const { id } = await upload(plain)
    expect((await door.get(urlOf(id), BY_SECRET)).statusCode, 'as long as no case took it up').toBe(404)
    await door.report({ files: [id] })
    const [worker, next, far, admin] = await Promise.all(
      (['yuXuewen', 'yuXiaoqing', 'zhouChunxian', 'wuKai'] as const).map((who) => door.signIn(who)),
    )
    for (const url of [urlOf(id), `${urlOf(id)}/thumb`]) {
      const seen = await door.get(url, { cookie: worker?.cookie ?? '' })
      expect(seen.headers).toMatchObject({
        'content-type': 'image/jpeg',
        'cache-control': expect.stringContaining('private'),
        'x-content-type-options': 'nosniff',
      })
      expect((await sharp(seen.rawPayload).metadata()).format).toBe('jpeg')
      expect((await door.get(url, BY_SECRET)).statusCode).toBe(200)
      expect((await door.get(url, { 'x-openpalm-secret': 'wrongwrongwrong1' })).statusCode).toBe(404)
      // An address stands in logs and histories: no secret is taken from there.
      expect((await door.get(`${url}?secret=${SECRET}`)).statusCode).toBe(404)
      expect((await door.get(url)).statusCode).toBe(404)
      for (const other of [next, far, admin])
        expect([403, 404]).toContain((await door.get(url, { cookie: other?.cookie ?? '' })).statusCode)
      for (const other of [next, far])
        expect(
          (await door.get(url, { cookie: other?.cookie ?? '', 'if-none-match': String(seen.headers['etag']) }))
            .statusCode,
        ).toBe(404)
    }
  })

  it('of a worker’s phone whose session has ended is not kept as nobody’s', async () => {
    const sent = await door.app.inject({
      method: 'PUT',
      url: urlOf(door.newKey()),
      headers: { 'x-openpalm': '1', 'content-type': 'image/jpeg', 'x-openpalm-phone': door.newKey() },
      payload: plain,
    })
    expect(sent.statusCode).toBe(401)
  })

  it('of a phone on which somebody else has signed in is kept as nobody else’s, and sent again by its owner', async () => {
    const { cookie } = await door.signIn('yuXuewen')
    const url = urlOf(door.newKey())
    const send = (person: string) =>
      door.app.inject({
        method: 'PUT',
        url,
        headers: { 'x-openpalm': '1', 'content-type': 'image/jpeg', cookie, 'x-openpalm-person': person },
        payload: plain,
      })
    expect((await send(cast.yuXiaoqing.id)).statusCode).toBe(401)
    expect((await send(cast.yuXuewen.id)).statusCode).toBe(200)
  })

  it('internal photos are not shown to the reporter', async () => {
    const { cookie } = await door.signIn('yuXuewen')
    const { id: caseId } = await door.report()
    const { id } = await upload(plain, '', 'image/jpeg', { cookie })
    await door.post('cases.comment', { id: caseId, note: '内部照片', files: [id] }, { cookie })
    expect((await door.get(urlOf(id), { cookie })).statusCode).toBe(200)
    expect((await door.get(urlOf(id), BY_SECRET)).statusCode).toBe(404)
  })
})
