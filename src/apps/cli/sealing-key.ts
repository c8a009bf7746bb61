import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setDataKey } from '#modules/people/sealed.ts'

/**
 * The key that id numbers are sealed with: from OPENPALM_DATA_KEY (64 hex digits), else made once and kept in the data
 * folder, readable by its owner only. Who loses it loses the id numbers, so it belongs into the backup, apart from the data.
 */
export function useDataKey(folder: string): void {
  const given = process.env['OPENPALM_DATA_KEY']
  if (given !== undefined && !/^[0-9a-f]{64}$/i.test(given)) throw new Error('OPENPALM_DATA_KEY must be 64 hex digits')
  setDataKey(given ? Buffer.from(given, 'hex') : kept(join(folder, 'data-key')))
}

function kept(file: string): Buffer {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
}
