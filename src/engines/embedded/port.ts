import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { writeWhole } from './folder.ts'

/** Below the range systems lend to outgoing connections, so that a kept port is seldom taken at the next start. */
const LOWEST = 20_000
const HIGHEST = 32_000

/** The port of this data folder: the one it had, unless somebody else has it now. */
export async function choosePort(folder: string): Promise<number> {
  const file = join(folder, 'port')
  const kept = Number(await readFile(file, 'utf8').catch(() => ''))
  if (Number.isInteger(kept) && kept > 0 && kept < 65_536 && (await isFree(kept))) return kept
  for (let tries = 0; tries < 200; tries++) {
    const port = randomInt(LOWEST, HIGHEST)
    if (!(await isFree(port))) continue
    await writeWhole(file, `${port}\n`)
    return port
  }
  throw new Error(`no free port between ${LOWEST} and ${HIGHEST} on 127.0.0.1`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const probe = createServer()
    probe.once('error', () => settle(false))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => settle(true)))
  })
}
