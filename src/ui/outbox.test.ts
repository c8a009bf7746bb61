import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keyFrom, newRawKey } from './offline/sealing.ts'
import { shelfIn } from './offline/shelf.ts'
import { openVault } from './offline/vault.ts'
import { closeOutbox, isOutboxRead, listParcels, openOutbox, post, sendAll, watchParcels } from './outbox.ts'

const [A, B, POST, DEVICE] = ['a', 'b', 'c', 'd'].map((last) => `019b7523-3400-7ca5-8000-00000000000${last}`) as [
  string,
  string,
  string,
  string,
]
const PIXEL = 'data:image/jpeg;base64,AAEC'

/** The server as a phone meets it: it does each key once, and may be out of reach, or lose its answer. */
class Server {
  online = true
  losesAnswers = false
  readonly done = new Map<string, string>()
  readonly pushes: { parcels: { key: string; person: string; after: string | null }[] }[] = []
  readonly photos: string[] = []
  refuses = ''
  output: object = {}

  readonly fetch = async (path: string, init: RequestInit): Promise<Response> => {
    if (!this.online) throw new TypeError('offline')
    const answered = this.#answer(path, init)
    if (this.losesAnswers) throw new TypeError('the answer was lost')
    return answered
  }

  #answer(path: string, init: RequestInit): Response {
    const headers = init.headers as Record<string, string>
    if (path.startsWith('/api/files/')) {
      this.photos.push(`${path} ${String(headers['content-type'])}`)
      return Response.json({ id: 'x', url: '', thumb: '' })
    }
    const body = JSON.parse(typeof init.body === 'string' ? init.body : '{}') as {
      id?: string
      parcels: { key: string; person: string; after: string | null; command: string }[]
    }
    if (path !== '/api/sync/parcels') {
      if (path.endsWith(this.refuses || '-')) return Response.json({ code: 'conflict' }, { status: 409 })
      this.done.set(headers['idempotency-key'] ?? '', path)
      return Response.json({ id: body.id })
    }
    this.pushes.push(body)
    const receipts = body.parcels.map(({ key, command }) => {
      const state = command === this.refuses ? 'refused' : 'done'
      if (state === 'done') this.done.set(key, command)
      return { key, state, why: null, code: state === 'refused' ? 'conflict' : null, detail: {}, output: this.output }
    })
    return Response.json({ at: '', receipts })
  }
}

let server: Server
const keys = { a: newRawKey(), b: newRawKey() }
const open = async (person: string, raw = keys.a) =>
  openOutbox(
    { person, post: POST, device: DEVICE },
    shelfIn(await openVault(person, await keyFrom(raw.slice())), () => undefined),
  )
const report = (words: string, thing = words) =>
  post({ name: 'cases.report' }, { id: thing, words }, { title: words, photos: { 'photo-1': PIXEL } })
/** The page goes away and comes back. */
const restart = async (person = A) => {
  closeOutbox()
  await open(person)
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  server = new Server()
  vi.stubGlobal('fetch', server.fetch)
  vi.stubGlobal('navigator', { userAgent: 'test' })
})
afterEach(() => {
  closeOutbox()
  vi.unstubAllGlobals()
})

describe('the outbox', () => {
  it('with a network: sent at once, photo first, nothing left', async () => {
    await open(A)
    expect(await report('一')).toMatchObject({ state: 'sent' })
    expect(listParcels()).toEqual([])
    expect(server.photos).toHaveLength(1)
  })

  it('without one: kept over a restart with its photo, then sent once', async () => {
    await open(A)
    server.online = false
    expect(await report('一')).toEqual({ state: 'waiting' })
    await restart()
    expect(listParcels()).toMatchObject([{ title: '一', state: 'waiting', photos: ['photo-1'] }])
    server.online = true
    await sendAll()
    expect(listParcels()).toEqual([])
    expect(server.done.size).toBe(1)
    expect(server.photos).toEqual(['/api/files/photo-1 image/jpeg'])
    await restart()
    expect(listParcels()).toEqual([])
  })

  it('where nothing is sent later, as in town: refused and given back, and the next word is not held up by it', async () => {
    server.online = false
    expect(await report('一', '指令')).toMatchObject({ state: 'refused', error: { code: 'offline' } })
    expect(listParcels()).toEqual([])
    server.online = true
    expect(await report('二', '指令')).toMatchObject({ state: 'sent' })
    expect(server.done.size).toBe(1)
  })

  it('knows that nothing is left only when the shelf of who is here was read', async () => {
    await open(A)
    server.online = false
    await report('一')
    closeOutbox()
    expect(isOutboxRead()).toBe(false)
    const opening = open(A)
    const read: [boolean, number][] = []
    const unwatch = watchParcels(() => read.push([isOutboxRead(), listParcels().length]))
    await opening
    unwatch()
    expect(read[0]).toEqual([true, 1])
  })

  it('an answer that was lost: sent again under the same key', async () => {
    await open(A)
    server.losesAnswers = true
    await report('一')
    const [key] = [...server.done.keys()]
    server.losesAnswers = false
    await restart()
    await sendAll()
    expect([...server.done.keys()]).toEqual(key ? [key] : server.pushes[0]?.parcels.map((one) => one.key))
    expect(listParcels()).toEqual([])
  })

  it('what is about one thing goes in order, each naming the one before it', async () => {
    await open(A)
    server.online = false
    for (const words of ['一', '二', '三']) await report(words, 'one thing')
    await report('别的')
    server.online = true
    await sendAll()
    const sent = server.pushes.flatMap(({ parcels }) => parcels)
    expect(sent).toHaveLength(4)
    expect(sent.slice(0, 3).map(({ after }) => after)).toEqual([null, sent[0]?.key, sent[1]?.key])
    expect(sent[3]?.after).toBeNull()
  })

  it('another person on the phone sees nothing and sends nothing of the first', async () => {
    await open(A)
    server.online = false
    await report('甲的事')
    closeOutbox()
    server.online = true
    await open(B, keys.b)
    expect(listParcels()).toEqual([])
    await sendAll()
    expect(server.done.size).toBe(0)
    closeOutbox()
    await open(A)
    await sendAll()
    expect(server.pushes.at(-1)?.parcels).toMatchObject([{ person: A }])
    expect(server.done.size).toBe(1)
  })

  it('refused while somebody looks: told there, not kept. Refused later: kept until its owner decides', async () => {
    await open(A)
    server.refuses = 'cases.report'
    expect(await report('一')).toMatchObject({ state: 'refused' })
    expect(listParcels()).toEqual([])
    server.online = false
    await report('二')
    server.online = true
    await sendAll()
    await restart()
    expect(listParcels()).toMatchObject([{ title: '二', state: 'refused', problem: 'conflict' }])
  })

  it('somebody else said something else meanwhile: done, and shown until its owner has read it', async () => {
    await open(A)
    server.online = false
    await report('一')
    server.online = true
    server.output = { conflicts: ['household.size'] }
    await sendAll()
    await restart()
    expect(listParcels()).toMatchObject([{ state: 'differs', differs: 1 }])
    await sendAll()
    expect(server.pushes).toHaveLength(1)
  })

  it('two tabs show one list: what one writes, sends or gives up the other hears of; somebody else’s not', async () => {
    const tab = new BroadcastChannel('openpalm.outbox')
    const said: { key: string; parcel: unknown }[] = []
    tab.onmessage = ({ data }) => void said.push(data as { key: string; parcel: unknown })
    await open(A)
    server.online = false
    await report('一')
    await vi.waitFor(() => expect(said.at(-1)).toMatchObject({ parcel: { title: '一', state: 'waiting' } }))
    const [own] = listParcels()
    const written = { ...own, key: '019b7523-3400-7ca5-8000-0000000000ff', title: '二', state: 'sending' }
    tab.postMessage({ person: B, key: written.key, parcel: { ...written, person: B } })
    tab.postMessage({ person: A, key: written.key, parcel: written })
    await vi.waitFor(() =>
      expect(listParcels().map(({ title, state }) => [title, state])).toContainEqual(['二', 'waiting']),
    )
    expect(listParcels()).toHaveLength(2)
    tab.postMessage({ person: A, key: written.key, parcel: null })
    await vi.waitFor(() => expect(listParcels().map(({ title }) => title)).toEqual(['一']))
    server.online = true
    await sendAll()
    await vi.waitFor(() => expect(said.at(-1)).toEqual({ person: A, key: own?.key, parcel: null }))
    tab.close()
  })

  it('killed while sending: what was on its way waits again', async () => {
    await open(A)
    server.online = false
    await report('一')
    const vault = await openVault(A, await keyFrom(keys.a.slice()))
    const shelf = shelfIn(vault, () => undefined)
    const [kept] = await shelf.load()
    if (kept) await shelf.save({ ...kept, state: 'sending' })
    await restart()
    expect(listParcels()).toMatchObject([{ state: 'waiting' }])
  })
})
