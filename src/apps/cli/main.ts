import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startEmbedded } from '#engines/embedded/server.ts'
import { filesInFolder } from '#engines/files/folder.ts'
import { systemClock } from '#kernel/clock.ts'
import { asOwner } from '#kernel/db.ts'
import { UUID } from '#kernel/ids.ts'
import { printMachine } from '#kernel/machine.ts'
import type { Platform } from '#kernel/platform.ts'
import { verify } from '#kernel/seal.ts'
import { developerInbox } from '#engines/sms/inbox.ts'
import { makePlatform } from '#apps/server/platform.ts'
import { slices } from '#apps/server/slices.ts'
import { recount } from '#modules/cases/api.ts'
import { machine } from '#modules/cases/lifecycle.ts'
import { verifiedCertificate } from '#modules/emergency/api.ts'
import { readOptions } from './options.ts'
import { setUp } from './setup.ts'
import { useDataKey } from './sealing-key.ts'
import { grantsTable } from './who-can.ts'

/** `npm run openpalm -- COMMAND`: what an operator asks of an installation. */
const COMMANDS: Record<string, { does: string; run: (rest: string[]) => Promise<number> }> = {
  'who-can': {
    does: 'print the grants table, or the rows of one permission',
    run: ([name]) => print(grantsTable(slices.grants, name)),
  },
  machines: {
    does: 'print the life cycles',
    run: () => print(`# Life cycles\n\n## cases (事件)\n\n${printMachine(machine)}`),
  },
  setup: {
    does: 'enter the first three administrators of an empty installation: setup SYSTEM SECURITY AUDITOR',
    run: (rest) => onPlatform(rest.slice(3), (p) => setUp(p, rest.slice(0, 3))),
  },
  verify: { does: 'recompute the hash chain of the record', run: (rest) => onPlatform(rest, verifyRecord) },
  certificate: {
    does: 'verify a certificate of destruction: certificate verify ID',
    run: ([verb = '', id = '', ...rest]) => onPlatform(rest, (p) => verifyDestruction(p, verb, id)),
  },
  recount: {
    does: 'compare the figures with a recount from the cases',
    run: (rest) => onPlatform(rest, compareFigures),
  },
}

const print = (text: string): Promise<number> => {
  process.stdout.write(`${text}\n`)
  return Promise.resolve(0)
}

async function verifyRecord(p: Platform): Promise<number> {
  const verdict = await verify(p)
  console.log(JSON.stringify(verdict))
  return verdict.brokenAt === null ? 0 : 1
}

/** The digest of what was signed, and a count of every data set as it is now. */
async function verifyDestruction(p: Platform, verb: string, id: string): Promise<number> {
  if (verb !== 'verify' || !UUID.test(id)) throw new Error('certificate verify ID')
  const verdict = await asOwner(p.db, (tx) => verifiedCertificate(p, tx, id))
  console.log(verdict ? JSON.stringify(verdict) : `no certificate ${id}`)
  return verdict?.sound ? 0 : 1
}

async function compareFigures(p: Platform): Promise<number> {
  const unequal = await asOwner(p.db, recount)
  console.log(unequal.length === 0 ? 'figures equal the recount' : JSON.stringify(unequal))
  return unequal.length === 0 ? 0 : 1
}

/** On DATABASE_URL, or on the embedded database of the data folder while no server runs on it. */
async function onPlatform(rest: string[], work: (p: Platform) => Promise<number>): Promise<number> {
  const options = readOptions(rest, process.env)
  if (!options.databaseUrl && !existsSync(join(options.data, 'postgres')))
    throw new Error(`no OpenPalm data in ${options.data}; name the folder with --data`)
  useDataKey(options.data)
  const embedded = options.databaseUrl ? undefined : await startEmbedded({ dataDir: join(options.data, 'postgres') })
  const say = (_facts: object, _text: string): void => {}
  const ports = {
    sms: developerInbox({ clock: systemClock }).sms,
    files: await filesInFolder(join(options.data, 'files')),
  }
  const p = makePlatform({
    url: options.databaseUrl ?? embedded?.url ?? '',
    ports,
    connections: 2,
    log: { info: say, warn: say, error: say },
  })
  try {
    return await work(p)
  } finally {
    await p.db.close()
    await embedded?.stop()
  }
}

const [name = '', ...rest] = process.argv.slice(2)
const command = COMMANDS[name]
if (!command) {
  console.log(
    `openpalm COMMAND\n\n${Object.entries(COMMANDS)
      .map(([key, { does }]) => `  ${key.padEnd(12)} ${does}`)
      .join('\n')}`,
  )
  process.exit(name === '' ? 0 : 2)
}
try {
  process.exit(await command.run(rest))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
