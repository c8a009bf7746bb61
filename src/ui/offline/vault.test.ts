import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { DAY_MS, systemClock } from '#kernel/clock.ts'
import { choosePassword, findRing, GOOD_MS, MOST_WRONG, newRing, openOffline, openOnline, saveRing } from './keyring.ts'
import { keyFrom, lockByPassword, newRawKey, openByPassword, random, seal, unseal } from './sealing.ts'
import { decoded, destroyVault, encoded, openVault } from './vault.ts'

const PERSON = '019b7523-3400-7ca5-8000-000000000001'
beforeEach(() => void (globalThis.indexedDB = new IDBFactory()))

const rowsOf = async (): Promise<{ name: string; iv: Uint8Array; bytes: ArrayBuffer }[]> => {
  const db = await openDB(`openpalm-${PERSON}`)
  const rows = (await db.getAll('sealed')) as never
  db.close()
  return rows
}

describe('what is sealed', () => {
  it('opens with its key, under its name, unchanged; and not otherwise', async () => {
    const key = await keyFrom(newRawKey())
    const sealed = await seal(key, 'parcel/1', encoded({ words: '水渠堵了' }))
    expect(decoded(await unseal(key, 'parcel/1', sealed))).toEqual({ words: '水渠堵了' })
    await expect(unseal(key, 'parcel/2', sealed)).rejects.toThrow()
    await expect(unseal(await keyFrom(newRawKey()), 'parcel/1', sealed)).rejects.toThrow()
    const changed = new Uint8Array(sealed.bytes.slice(0))
    changed[3] = (changed[3] ?? 0) ^ 1
    await expect(unseal(key, 'parcel/1', { ...sealed, bytes: changed.buffer })).rejects.toThrow()
    await expect(unseal(key, 'parcel/1', { ...sealed, bytes: sealed.bytes.slice(0, 9) })).rejects.toThrow()
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
  })

  it('a lock opens by its password alone', async () => {
    const raw = newRawKey()
    const lock = await lockByPassword(raw, 'openpalm 2026', 1000)
    expect(await openByPassword(lock, 'openpalm 2026')).toEqual(raw)
    await expect(openByPassword(lock, 'openpalm 2027')).rejects.toThrow()
  })
})

describe('the store of a person', () => {
  it('puts several records together, reads them by folder, and takes a folder away', async () => {
    const vault = await openVault(PERSON, await keyFrom(newRawKey()))
    await vault.put([
      { name: 'photo/1/a', content: random(2000) },
      { name: 'photo/1/b', content: random(2000) },
      { name: 'photo/12/a', content: random(10) },
      { name: 'parcel/1', content: encoded({ title: '水渠堵了' }) },
    ])
    expect((await vault.read('photo/1/')).entries.map(({ name }) => name)).toEqual(['photo/1/a', 'photo/1/b'])
    await vault.put([{ name: 'parcel/1', content: null }], 'photo/1/')
    expect((await rowsOf()).map(({ name }) => name)).toEqual(['photo/12/a'])
    expect(new TextDecoder().decode((await rowsOf())[0]?.bytes)).not.toContain('水渠')
  })

  it('half written: what does not open is named, the rest is read', async () => {
    const key = await keyFrom(newRawKey())
    const vault = await openVault(PERSON, key)
    await vault.put([1, 2, 3].map((no) => ({ name: `parcel/${no}`, content: encoded({ no }) })))
    const db = await openDB(`openpalm-${PERSON}`)
    const [, second] = await rowsOf()
    await db.put('sealed', { ...second, bytes: second?.bytes.slice(0, 12) })
    db.close()
    const { entries, broken } = await vault.read('parcel/')
    expect(broken).toEqual(['parcel/2'])
    expect(entries.map(({ content }) => decoded(content))).toEqual([{ no: 1 }, { no: 3 }])
  })

  it('a put that fails in the middle leaves everything as it was', async () => {
    const vault = await openVault(PERSON, await keyFrom(newRawKey()))
    await vault.put([{ name: 'parcel/1', content: encoded({ was: true }) }])
    const unreadable = { name: Symbol('no key') as never, content: encoded({}) }
    await expect(
      vault.put([{ name: 'parcel/1', content: null }, { name: 'photo/1', content: random(5) }, unreadable]),
    ).rejects.toThrow()
    expect((await rowsOf()).map(({ name }) => name)).toEqual(['parcel/1'])
  })

  it('is gone when it was destroyed', async () => {
    const vault = await openVault(PERSON, await keyFrom(newRawKey()))
    await vault.put([{ name: 'parcel/1', content: encoded({}) }])
    vault.close()
    await destroyVault(PERSON)
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`openpalm-${PERSON}`)
  })
})

describe('the keys of a phone', () => {
  const secret = random(32)
  const made = async (password?: string) => {
    const ring = newRing(PERSON, '余学文')
    await saveRing(ring)
    const opened = await openOnline(ring, secret, password)
    await opened?.locked
    return opened?.key as CryptoKey
  }

  it('the server’s secret opens it again, another secret does not, and no name stands in the clear', async () => {
    const key = await made()
    const sealed = await seal(key, 'x', encoded('水渠堵了'))
    const ring = await findRing(PERSON)
    const again = ring && (await openOnline(ring, secret, undefined))
    expect(again && decoded(await unseal(again.key, 'x', sealed))).toBe('水渠堵了')
    expect(ring && (await openOnline(ring, random(32), undefined))).toBeUndefined()
    expect(JSON.stringify(ring)).not.toContain('学文')
  })

  it('the password opens it without a network, for seven days after the last contact', async () => {
    const key = await made('openpalm 2026')
    const sealed = await seal(key, 'x', encoded('水渠堵了'))
    const opened = await openOffline(PERSON, 'openpalm 2026')
    expect('key' in opened && decoded(await unseal(opened.key, 'x', sealed))).toBe('水渠堵了')
    const later = systemClock.now() + GOOD_MS + DAY_MS
    expect(await openOffline(PERSON, 'openpalm 2026', later)).toEqual({ why: 'too_old' })
  }, 60_000)

  it('ten wrong ones throw that way away; the server’s stays', async () => {
    await made('openpalm 2026')
    const ring = await findRing(PERSON)
    if (!ring) throw new Error('no ring')
    await saveRing({ ...ring, wrong: MOST_WRONG - 2 })
    expect(await openOffline(PERSON, 'wrong')).toEqual({ why: 'wrong' })
    expect(await openOffline(PERSON, 'wrong')).toEqual({ why: 'too_many' })
    expect(await openOffline(PERSON, 'openpalm 2026')).toEqual({ why: 'too_many' })
    const after = await findRing(PERSON)
    expect(after && (await openOnline(after, secret, undefined))).toBeDefined()
  }, 60_000)

  it('who came by single sign-on chooses one for this phone; the next password typed takes its place', async () => {
    await made()
    expect(await choosePassword(PERSON, random(32), 'a phrase of my own')).toBe(false)
    expect(await choosePassword(PERSON, secret, 'a phrase of my own')).toBe(true)
    expect(await findRing(PERSON)).toMatchObject({ chosen: true })
    expect(await openOffline(PERSON, 'a phrase of my own')).toHaveProperty('key')
    const ring = await findRing(PERSON)
    await (ring && (await openOnline(ring, secret, 'openpalm 2026')))?.locked
    expect(await openOffline(PERSON, 'a phrase of my own')).toEqual({ why: 'wrong' })
    expect(await openOffline(PERSON, 'openpalm 2026')).toHaveProperty('key')
    expect(await findRing(PERSON)).toMatchObject({ chosen: false })
  }, 60_000)

  it('without a password there is no such way', async () => {
    await made()
    expect(await openOffline(PERSON, 'openpalm 2026')).toEqual({ why: 'no_password' })
  })
})
