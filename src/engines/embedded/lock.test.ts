import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from './lock.ts'

let folder = ''
const path = () => join(folder, 'openpalm.lock')
const left = (holder: object) => writeFileSync(path(), JSON.stringify(holder))

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'openpalm-lock-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('is held once, and free again after release', async () => {
  const lock = await takeLock(folder)
  await expect(takeLock(folder)).rejects.toThrow(`taken by pid ${process.pid} on host ${hostname()}`)
  lock.release()
  expect(readdirSync(folder)).toEqual([])
  const again = await takeLock(folder)
  again.release()
})

test.each([
  ['of a process that died', () => ({ pid: spawnSync(process.execPath, ['-v']).pid, host: hostname(), born: '' })],
  ['of an earlier process with our number', () => ({ pid: process.pid, host: hostname(), born: '1' })],
])('takes over a lock %s', async (_, holder) => {
  left(holder())
  const lock = await takeLock(folder)
  expect(readFileSync(path(), 'utf8')).toContain(`"pid":${process.pid}`)
  lock.release()
})

test('takes over a lock nobody can read', async () => {
  writeFileSync(path(), '')
  const lock = await takeLock(folder)
  lock.release()
})

test('takes over a lock of another host only when it is no longer touched', async () => {
  left({ pid: 1, host: 'another-host', born: '1' })
  utimesSync(path(), 1, 1)
  const lock = await takeLock(folder)
  lock.release()
})

test('of many who find a stale lock, one gets it', async () => {
  left({ pid: process.pid, host: hostname(), born: '1' })
  const attempts = await Promise.allSettled([1, 2, 3, 4, 5].map(() => takeLock(folder)))
  const won = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []))
  expect(won).toHaveLength(1)
  won[0]?.release()
})
