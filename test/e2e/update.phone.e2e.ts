import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { freePort } from './server.ts'
import { found, reportWithPhoto, ready, unlock } from './phones-offline.ts'
import { cast } from './phones.ts'

/** Stands before the server as a new build would: another version of the service worker, another page; and can hold parcels back. */
class Rollout {
  newBuild = false
  holdsBack = false
  readonly #server: Server
  readonly #behind: URL
  constructor(behind: string) {
    this.#behind = new URL(behind)
    this.#server = createServer((asked, answer) => this.#pass(asked, answer))
  }

  async open(): Promise<string> {
    const port = await freePort()
    await new Promise<void>((up) => void this.#server.listen(port, '127.0.0.1', up))
    return `http://127.0.0.1:${port}`
  }

  close = (): void => {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  #pass(asked: IncomingMessage, answer: ServerResponse): void {
    const path = (asked.url ?? '').split('?')[0] ?? ''
    if (this.holdsBack && asked.method !== 'GET' && /^\/api\/(sync\/parcels$|cases\.report$|files\/)/.test(path)) {
      asked.resume()
      return void answer.writeHead(503, { 'content-type': 'application/json' }).end('{"code":"unavailable"}')
    }
    const changed = this.newBuild && (path === '/field/sw.js' || path === '/field/')
    const headers = { ...asked.headers, ...(changed ? { 'accept-encoding': 'identity', 'if-none-match': '' } : {}) }
    const { hostname, port } = this.#behind
    const onward = ask({ hostname, port, path: asked.url, method: asked.method, headers }, (got) =>
      changed ? renewed(got, answer) : void got.pipe(answer.writeHead(got.statusCode ?? 502, got.headers)),
    )
    onward.on('error', () => answer.destroy())
    asked.pipe(onward)
  }
}

function renewed(got: IncomingMessage, answer: ServerResponse): void {
  let text = ''
  got.setEncoding('utf8').on('data', (some: string) => (text += some))
  got.on('end', () => {
    const next = text
      .replace(/"version":"\w+"/, '"version":"0123456789abcdef"')
      .replace('<html ', '<html data-build="next" ')
    const { 'content-length': _length, etag: _etag, ...headers } = got.headers
    answer.writeHead(got.statusCode ?? 502, headers).end(next)
  })
}

const buildOf = (page: Page) => page.evaluate(() => document.documentElement.dataset['build'] ?? 'first')

async function writeThree(page: Page, context: BrowserContext): Promise<void> {
  for (const words of ['新版前：路边倒了一棵树', '新版前：沟里漂着垃圾', '新版前：路牌被撞歪了']) {
    await reportWithPhoto(page, context, words)
    await expect(page.getByText(/还在手机里/)).toBeVisible()
  }
}

test('a new build comes while the outbox is full: it waits until it is taken, and nothing written is lost', async ({
  browser,
  baseURL,
}) => {
  test.slow()
  const rollout = new Rollout(baseURL ?? '')
  const origin = await rollout.open()
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 390, height: 844 } })
  try {
    const page = await context.newPage()
    await ready(page, cast.yuXuewen)
    await context.setOffline(true)
    await page.goto('/field/')
    await unlock(page)
    await writeThree(page, context)

    rollout.newBuild = true
    rollout.holdsBack = true
    await context.setOffline(false)
    await page.evaluate(() =>
      navigator.serviceWorker.getRegistration().then((found) => found?.update().then(() => undefined)),
    )
    await expect(page.getByText('有新版本')).toBeVisible({ timeout: 30_000 })
    // Nothing is taken over under a form that is being filled.
    expect(await buildOf(page)).toBe('first')
    await page.goto('/field/outbox')
    expect(await buildOf(page)).toBe('first')
    await expect(page.getByText(/新版前：/)).toHaveCount(3)

    await page.getByRole('button', { name: '更新' }).click()
    await expect.poll(() => buildOf(page).catch(() => 'loading'), { timeout: 30_000 }).toBe('next')
    await expect(page.getByText(/新版前：/)).toHaveCount(3)
    await expect(page.getByText(/1 张照片/)).toHaveCount(3)

    rollout.holdsBack = false
    await expect(page.getByText('都发出去了')).toBeVisible({ timeout: 60_000 })
    await found(page, /新版前/, 3)
    // The build before stays for pages that were opened with it; the one before that goes.
    expect(
      (await page.evaluate(() => caches.keys())).filter((name) => name.startsWith('openpalm-field-')),
    ).toHaveLength(2)
  } finally {
    await context.close()
    rollout.close()
  }
})
