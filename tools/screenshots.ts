import { type APIRequestContext, chromium, type Page } from '@playwright/test'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { cast } from '../demo/cast.ts'
import { findChromium } from './chromium.ts'
import { PROJECT } from './gates/tree.ts'
import { showCity, signIn } from './shown-city.ts'
import { reported, typeIn } from './shown-reports.ts'
import { raised } from './shown-response.ts'

/** The four pictures of the README: `npx node tools/screenshots.ts`. */
const FOLDER = join(PROJECT, 'docs/screenshots')
const DESK = { viewport: { width: 1440, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }
const LARGEST_KB = 300

const city = await showCity()
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
try {
  await mkdir(FOLDER, { recursive: true })
  await picture({ name: 'town', screen: PHONE, before: reported })
  await picture({ name: 'field', screen: PHONE, onPage: typeIn })
  await picture({ name: 'console', screen: DESK, before: (api) => signIn(api, cast.chenLixin.login) })
  const another = async () => (await browser.newContext({ baseURL: city.url })).request
  await picture({ name: 'emergency', face: 'console', screen: DESK, before: (api) => raised(api, another) })
} finally {
  await browser.close()
  await city.stop()
}

type Shown = {
  name: string
  /** default: the name */
  face?: string
  screen: typeof DESK
  before?: (api: APIRequestContext) => Promise<void>
  onPage?: (page: Page) => Promise<void>
}
async function picture({ name, face = name, screen, before, onPage }: Shown) {
  const here = { baseURL: city.url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' }
  const context = await browser.newContext({ ...here, ...screen })
  await before?.(context.request)
  const page = await context.newPage()
  await page.goto(`/${face}/`)
  await onPage?.(page)
  // Live events keep a connection open, so "no more requests" never comes.
  await page.waitForTimeout(4000)
  const small = await sharp(await page.screenshot())
    .png({ palette: true, effort: 10 })
    .toBuffer()
  const size = Math.ceil(small.length / 1024)
  if (size > LARGEST_KB) throw new Error(`${name} has ${size} KB`)
  await writeFile(join(FOLDER, `${name}.png`), small)
  console.log(`docs/screenshots/${name}.png ${size} KB`)
  await context.close()
}
