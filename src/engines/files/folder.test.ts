import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Files } from '#kernel/platform.ts'
import { filesInFolder } from './folder.ts'

let root: string
let files: Files
const bytes = (text: string) => new TextEncoder().encode(text)
const text = async (key: string) => {
  const found = await files.get(key)
  return found && new TextDecoder().decode(found)
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'openpalm-files-'))
  files = await filesInFolder(join(root, 'files'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

describe('files in a folder', () => {
  it('gives back what was put, also after a restart', async () => {
    await files.put('cases/2026/photo.jpg', bytes('a photo'))
    files = await filesInFolder(join(root, 'files'))
    expect(await text('cases/2026/photo.jpg')).toBe('a photo')
  })

  it('knows nothing of a key that was never put, and removes it without complaint', async () => {
    expect(await files.get('cases/none')).toBeUndefined()
    await files.remove('cases/none')
  })

  it('replaces and removes', async () => {
    await files.put('one', bytes('old'))
    await files.put('one', bytes('new'))
    expect(await text('one')).toBe('new')
    await files.remove('one')
    expect(await text('one')).toBeUndefined()
  })

  it('shows one whole file while many write it at once', async () => {
    const versions = Array.from({ length: 8 }, (_, i) => String(i).repeat(200_000))
    await files.put('one', bytes(versions[0] ?? ''))
    const reads = versions.flatMap((version) => [files.put('one', bytes(version)).then(() => undefined), text('one')])
    for (const seen of await Promise.all(reads)) if (seen !== undefined) expect(versions).toContain(seen)
  })

  it('leaves no drafts of its own, and clears away those of a process that was killed', async () => {
    await files.put('one', bytes('x'))
    await writeFile(join(root, 'files/.coming/half'), 'ha')
    await writeFile(join(root, 'files/.coming/old'), 'ha')
    await utimes(join(root, 'files/.coming/old'), new Date('2026-01-01'), new Date('2026-01-01'))
    files = await filesInFolder(join(root, 'files'))
    expect(await readdir(join(root, 'files/.coming'))).toEqual(['half'])
  })

  it.each([
    '',
    '/etc/passwd',
    '../secret',
    'a/../../b',
    'a//b',
    'a/',
    '.coming/x',
    'a/.hidden',
    'a\\b',
    'a\0b',
    'Ünï',
    'a'.repeat(101),
    'c:x',
  ])('refuses the key %j', async (key) => {
    await expect(files.put(key, bytes('x'))).rejects.toMatchObject({ code: 'invalid' })
    await expect(files.get(key)).rejects.toMatchObject({ code: 'invalid' })
    await expect(files.remove(key)).rejects.toMatchObject({ code: 'invalid' })
  })
})
