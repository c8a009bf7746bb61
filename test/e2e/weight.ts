import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const DIST = join(import.meta.dirname, '../../dist')

/** Bytes that a first visit takes, gzipped: the page, its style, its script and whatever that imports before it runs. */
export function firstLoad(app: string): number {
  const page = readFileSync(join(DIST, app, 'index.html'))
  const waiting = [...page.toString().matchAll(/assets\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? '')
  const seen = new Set<string>()
  let bytes = gzipSync(page).length
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    const content = readFileSync(join(DIST, app, 'assets', file))
    bytes += gzipSync(content).length
    // Not `import("./x.js")`, which is fetched when a screen is opened.
    for (const [, next] of content.toString().matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      if (next) waiting.push(next)
  }
  return bytes
}
