import { expect, test } from '@playwright/test'
import { systemClock } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { isAccessible } from './accessible.ts'
import { DEMO_PASSWORD } from '../../demo/cast.ts'
import { carried } from './opening.ts'
import { found, login, ready as readyForTheHills, reportWithPhoto, unlock } from './phones-offline.ts'
import { cast, reportLamp, signInStaff, someoneElse } from './phones.ts'

test('a day in the hills: opened, read and written without a network, sent when there is one', async ({
  page,
  context,
  browser,
}) => {
  test.slow()
  const resident = await someoneElse(browser)
  await reportLamp(resident, '桥头的路灯一直闪')
  await resident.close()
  await readyForTheHills(page, cast.yuXuewen)
  await context.setOffline(true)
  await page.goto('/field/')
  await expect(page.getByLabel('登录密码')).toBeVisible()
  await isAccessible(page)
  await unlock(page, 'not the password')
  await expect(page.getByText('密码不对')).toBeVisible()
  await unlock(page)
  await expect(page.getByText('没有网络')).toBeVisible()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
  await isAccessible(page)
  await page
    .getByRole('link', { name: /一直闪/ })
    .first()
    .click()
  await expect(page.locator('.case-title')).toBeVisible()
  await page.getByRole('button', { name: '返回' }).click()

  await reportWithPhoto(page, context, '水渠堵了，水漫到路上')
  await expect(page.getByText(/1 条还在手机里/)).toBeVisible()
  await page.close()

  const again = await context.newPage()
  await again.goto('/field/outbox')
  await unlock(again)
  await expect(again.getByText('等信号')).toBeVisible()
  await expect(again.getByText(/水渠堵了/)).toBeVisible()
  await expect(again.getByText(/1 张照片/)).toBeVisible()
  await isAccessible(again)
  await context.setOffline(false)
  await expect(again.getByText('都发出去了')).toBeVisible({ timeout: 40_000 })
  await found(again, /水渠堵了/, 1)
})

test('nothing that is on the phone can be read without the key', async ({ page, context }) => {
  test.slow()
  await readyForTheHills(page, cast.yuXuewen)
  await context.setOffline(true)
  await page.goto('/field/')
  await unlock(page)
  await reportWithPhoto(page, context, '井盖松动踩上去会响')
  await expect(page.getByText(/还在手机里/)).toBeVisible()
  const written = await page.evaluate(everythingOnThisPhone)
  expect(written.length).toBeGreaterThan(10_000)
  for (const secret of ['井盖', cast.yuXuewen.name, '余东村', 'cases.report', DEMO_PASSWORD])
    expect(written).not.toContain(secret)
})

test('another person on the same phone neither sees nor sends what the first one wrote', async ({ page, context }) => {
  test.slow()
  await readyForTheHills(page, cast.yuXuewen)
  await context.setOffline(true)
  await page.goto('/field/')
  await unlock(page)
  await reportWithPhoto(page, context, '桥栏杆断了一截')
  await context.clearCookies()
  await context.setOffline(false)
  await expect(page.getByLabel('账号或手机号')).toBeVisible({ timeout: 30_000 })
  await signInStaff(page, login(cast.yuXiaoqing))
  await page.goto('/field/outbox')
  await expect(page.getByText('都发出去了')).toBeVisible()
  await page.goto('/field/cases?view=open')
  await page.getByRole('searchbox').fill('桥栏杆断了')
  await expect(page.getByText('没有')).toBeVisible()
  await context.clearCookies()
  await signInStaff(page, login(cast.yuXuewen))
  await page.goto('/field/outbox')
  await expect(page.getByText('都发出去了')).toBeVisible({ timeout: 30_000 })
  await found(page, /桥栏杆断了/, 1)
})

test('without a network: the place by its letters, the kind by the words; another tab shows what was written', async ({
  page,
  context,
}) => {
  test.slow()
  await readyForTheHills(page, cast.yuGuorong)
  await context.setOffline(true)
  await page.goto('/field/')
  await unlock(page)
  const other = await context.newPage()
  await other.goto('/field/outbox')
  await unlock(other)
  await expect(other.getByText('都发出去了')).toBeVisible()

  await page.locator('a.big-entry[href$="/report"]').click()
  await page.getByLabel('什么情况').fill('村口的路灯不亮了，晚上看不见')
  await expect(page.getByRole('radio', { name: '路灯不亮' })).toBeVisible()
  await page.getByRole('searchbox').fill('yxc')
  await page
    .getByRole('button', { name: /余西村/ })
    .first()
    .click()
  await page.getByRole('button', { name: /第1网格/ }).click()
  await isAccessible(page)
  await page.getByRole('button', { name: '上报' }).click()
  await expect(page.getByText(/1 条还在手机里/)).toBeVisible()
  await expect(other.getByText(/路灯不亮了/)).toBeVisible()
  await expect(other.getByText('等信号')).toBeVisible()

  await context.setOffline(false)
  await expect(other.getByText('都发出去了')).toBeVisible({ timeout: 40_000 })
  await page.goto('/field/outbox')
  await expect(page.getByText('都发出去了')).toBeVisible()
})

test('who came without typing a password chooses one for this phone, and opens it without a network', async ({
  page,
  context,
}) => {
  test.slow()
  // As single sign-on leaves it: a session, and nothing that was typed here.
  const signedIn = await page.request.post('/api/signin.password', {
    headers: { 'x-openpalm': '1', 'idempotency-key': uuidv7(systemClock.now()) },
    data: { login: login(cast.huWeiping), password: DEMO_PASSWORD },
  })
  expect(signedIn.ok()).toBe(true)
  await page.goto('/field/')
  await page.getByRole('link', { name: '去设' }).click()
  await isAccessible(page)
  await page.getByLabel('这部手机的离线密码').fill('1234567890')
  await page.getByLabel('再输一次').fill('1234567890')
  await page.getByRole('button', { name: '设好' }).click()
  await expect(page.getByText('至少 10 位')).toBeVisible()
  await page.getByLabel('这部手机的离线密码').fill('余东画村的柿子红了 2026')
  await page.getByLabel('再输一次').fill('余东画村的柿子红了 2026')
  await page.getByRole('button', { name: '设好' }).click()
  await carried(page)

  await context.setOffline(true)
  await page.goto('/field/')
  const field = page.getByLabel('这部手机的离线密码')
  await field.fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: '打开' }).click()
  await expect(page.getByText('密码不对')).toBeVisible()
  await field.fill('余东画村的柿子红了 2026')
  await page.getByRole('button', { name: '打开' }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
})

test('a lost phone is emptied from another one', async ({ page, browser }) => {
  test.slow()
  await readyForTheHills(page, cast.zhouChunxian)
  const other = await (await browser.newContext()).newPage()
  await signInStaff(other, login(cast.zhouChunxian))
  await other.goto('/field/me/phones')
  await isAccessible(other)
  // The newest first: this phone, then the lost one.
  await other.getByRole('button', { name: '清除' }).nth(1).click()
  await isAccessible(other)
  await other.getByRole('dialog').getByRole('button', { name: '清除' }).click()
  await expect(other.getByText('等它联网就清除').first()).toBeVisible()
  await page.goto('/field/')
  await expect(page.getByText('已按要求清除')).toBeVisible({ timeout: 20_000 })
  const left = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))
  expect(left.filter((name) => name !== 'openpalm-keyring')).toEqual([])
  await other.reload()
  await expect(other.getByText('已清除').first()).toBeVisible()
  await other.close()
})

/** Every byte of every store, as whoever copies the disk would read it. */
async function everythingOnThisPhone(): Promise<string> {
  const texts = [localStorage, sessionStorage].map((kept) => JSON.stringify(Object.entries(kept)))
  const show = (value: unknown): string => {
    if (value instanceof ArrayBuffer) return new TextDecoder().decode(value)
    if (ArrayBuffer.isView(value)) return new TextDecoder().decode(value as Uint8Array)
    if (value !== null && typeof value === 'object') return Object.values(value).map(show).join(' ')
    return String(value)
  }
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((done, fail) => {
      const opening = indexedDB.open(name ?? '')
      opening.onsuccess = () => done(opening.result)
      opening.onerror = () => fail(opening.error ?? new Error('closed'))
    })
    for (const store of db.objectStoreNames)
      texts.push(
        await new Promise<string>((done) => {
          const all = db.transaction(store).objectStore(store).getAll()
          all.onsuccess = () => done(show(all.result))
        }),
      )
    db.close()
  }
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) texts.push(request.url)
  return texts.join('\n')
}
