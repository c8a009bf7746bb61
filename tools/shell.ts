import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformWithOxc } from 'vite'
import { PROJECT, read } from './gates/tree.ts'

const FACE = '/field/'
const SOURCE = 'src/apps/field/offline-worker.ts'

const MANIFEST = {
  id: FACE,
  name: 'OpenPalm · 网格员',
  short_name: 'OpenPalm',
  lang: 'zh-CN',
  start_url: FACE,
  scope: FACE,
  display: 'standalone',
  background_color: '#f2f5f3',
  theme_color: '#0e5a45',
  icons: [{ src: `${FACE}palm.svg`, sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
}

/** Makes the built field app installable: manifest, icon, and a service worker that knows the files of this very build. */
export async function addShell(folder: string): Promise<void> {
  writeFileSync(join(folder, 'palm.svg'), read(PROJECT, 'src/apps/field/palm.svg'))
  writeFileSync(join(folder, 'manifest.webmanifest'), JSON.stringify(MANIFEST))
  const page = join(folder, 'index.html')
  const link = `<link rel="manifest" href="${FACE}manifest.webmanifest" />`
  writeFileSync(page, readFileSync(page, 'utf8').replace('</head>', `${link}</head>`))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.\w+$/.test(file))
    .sort()
  const { code } = await transformWithOxc(read(PROJECT, SOURCE), SOURCE, { sourcemap: false })
  const hash = createHash('sha256').update(code)
  for (const file of files) hash.update(file).update(readFileSync(join(folder, file)))
  // The page is asked for by its folder, as it is opened.
  const addresses = files.map((file) => (file === 'index.html' ? FACE : FACE + file))
  const built = { version: hash.digest('hex').slice(0, 16), files: addresses }
  writeFileSync(join(folder, 'sw.js'), `const BUILT = ${JSON.stringify(built)}\n${code}`)
}
