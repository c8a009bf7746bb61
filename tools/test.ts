import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './chromium.ts'
import { type Counts, add, browserCounts, none, storyCounts } from './counts.ts'
import { browserFailures, storyFailures } from './failures.ts'
import { PROJECT, files } from './gates/tree.ts'
import { run } from './run.ts'

/** `npm test` runs the stories, then the browser tests where there is a browser; `npm test -- stories` or `-- browser` one of them. */
const asked = process.argv.slice(2)
const wanted = (part: string): boolean => asked.length === 0 || asked.includes(part)
const folder = mkdtempSync(join(tmpdir(), 'openpalm-counts-'))
const notes: string[] = []

const ran = [...(wanted('stories') ? [await stories()] : []), ...(wanted('browser') ? [await browser()] : [])]
const total = ran.map((part) => part.counts).reduce(add, none)
rmSync(folder, { recursive: true, force: true })
if (total.passed === 0) notes.push('no test passed, so nothing is shown to work')
for (const note of notes) console.log(note)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = ran.every((part) => part.well) && total.failed === 0 && total.passed > 0 ? 0 : 1

async function stories(): Promise<{ counts: Counts; well: boolean }> {
  const report = join(folder, 'stories.json')
  const well = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  const failures = storyFailures(reportAt(report))
  notes.push(...failures.map(({ where, why }) => `FAILED ${where}\n    ${why}`))
  return { counts: storyCounts(reportAt(report)), well }
}

async function browser(): Promise<{ counts: Counts; well: boolean }> {
  const report = join(folder, 'browser.json')
  const found = files(PROJECT, ['test/e2e'], /\.(desk|phone)\.e2e\.ts$/)
  if (found.length === 0) return { counts: none, well: true }
  if (findChromium() === undefined) return { counts: { ...none, skipped: await countSkipped(report) }, well: true }
  if (!(await run('node', ['tools/build.ts']))) return { counts: { ...none, failed: 1 }, well: false }
  const well = await run('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  const seen = reportAt(report)
  notes.push(...browserFailures(seen, 'unexpected').map(({ where, why }) => `FAILED ${where}\n    ${why}`))
  notes.push(...browserFailures(seen, 'flaky').map(({ where, why }) => `PASSED THE SECOND TIME ${where}\n    ${why}`))
  return { counts: browserCounts(seen), well }
}

/** Listing the tests needs no browser. */
async function countSkipped(report: string): Promise<number> {
  notes.push(
    'The browser tests were skipped: no Chromium was found. apt-get install chromium fonts-noto-cjk, or set CHROMIUM.',
  )
  await run('playwright', ['test', '--list', '--reporter=json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  const { passed, failed, skipped } = browserCounts(reportAt(report))
  return passed + failed + skipped
}

function reportAt(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
