import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { APPS, screens, type App } from '../vite.config.ts'
import { PROJECT, files, isTest, read } from './gates/tree.ts'
import { addShell } from './shell.ts'

/** Builds the screens whose sources have changed since they were last built: `npm run build`, `npm run build -- town`. */
export async function buildScreens(apps: readonly App[] = APPS): Promise<void> {
  const built = readBuilt()
  for (const app of apps) {
    const now = digest(app)
    if (built[app] === now && existsSync(join(PROJECT, 'dist', app, 'index.html'))) continue
    const started = performance.now()
    await build({ ...screens(app), configFile: false, logLevel: 'warn' })
    if (app === 'field') await addShell(join(PROJECT, 'dist', app))
    compress(join(PROJECT, 'dist', app))
    console.log(`built the screens of ${app} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
    built[app] = now
    mkdirSync(join(PROJECT, 'dist'), { recursive: true })
    writeFileSync(BUILT, JSON.stringify(built, null, 2))
  }
}

/** Beside each file its compressed forms, so that the server only has to choose. */
function compress(folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|html|svg|json)$/.test(file)) continue
    const bytes = readFileSync(join(folder, file))
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes))
    writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes))
  }
}

const BUILT = join(PROJECT, 'dist/.built')

/** One hash over everything the pages are made of: rather build once too often than show an old page. */
function digest(app: App): string {
  const hash = createHash('sha256')
  const folders = [`src/apps/${app}`, 'src/ui', 'src/modules', 'src/kernel']
  const sources = files(PROJECT, folders, /\.(tsx?|css|html|json|svg|png|woff2)$/).filter((file) => !isTest(file))
  for (const file of [...sources, 'vite.config.ts', 'tools/shell.ts', 'package.json', 'package-lock.json'])
    hash.update(`${file}\0`).update(read(PROJECT, file))
  return hash.digest('hex')
}

const readBuilt = (): Partial<Record<App, string>> =>
  existsSync(BUILT) ? (JSON.parse(readFileSync(BUILT, 'utf8')) as Partial<Record<App, string>>) : {}

if (import.meta.main) {
  const asked = APPS.filter((app) => process.argv.includes(app))
  await buildScreens(asked.length > 0 ? asked : APPS)
}
