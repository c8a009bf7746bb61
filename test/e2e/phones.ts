import { type Browser, expect, type Page } from '@playwright/test'
import { cast, DEMO_PASSWORD } from '../../demo/cast.ts'

/** A photo of one grey pixel, as a camera would hand it over. */
export const PHOTO = {
  name: 'photo.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
    'base64',
  ),
}

/** Somebody else, on another phone. */
export const someoneElse = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage()

export async function signInStaff(page: Page, login: string): Promise<void> {
  await page.goto('/field/')
  await page.getByLabel('账号或手机号').fill(login)
  await page.getByLabel('密码').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
}

/** With the code that the local messenger shows instead of sending it. */
export async function signInResident(page: Page, phone: string, name?: string): Promise<void> {
  await page.goto('/town/signin')
  await page.getByLabel('手机号').fill(phone)
  await page.getByRole('button', { name: '发验证码' }).click()
  await page.getByLabel('验证码').fill(await codeFor(page, phone))
  await page.getByRole('button', { name: '登录' }).click()
  // A phone that was written down at a door opens nothing without the name that stands there.
  if (name) {
    await page.getByLabel('怎么称呼您').fill(name)
    await page.getByRole('button', { name: '登录' }).click()
  }
  await expect(page).toHaveURL(/\/town\/(me)?$/)
}

async function codeFor(page: Page, phone: string): Promise<string> {
  let code = ''
  await expect(async () => {
    const sent = (await (await page.request.get('/dev/inbox.json')).json()) as { to: string; text: string }[]
    code =
      sent
        .filter(({ to }) => to === phone)
        .map(({ text }) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? '')
        .find(Boolean) ?? ''
    expect(code).not.toBe('')
  }).toPass()
  return code
}

/** A resident without an account reports a dark street lamp; gives the number. */
export async function reportLamp(page: Page, words: string, phone?: string): Promise<string> {
  await page.goto('/town/')
  await page.getByRole('link', { name: /说说事/ }).click()
  await page.getByRole('textbox').fill(words)
  await page.getByRole('radio', { name: '路灯不亮' }).check()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('searchbox').fill('ydc')
  await page.getByRole('button', { name: /余东村第2网格/ }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  if (phone) await page.getByLabel(/手机号/).fill(phone)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page).toHaveURL(/\/sent\/\d{10}$/)
  return page.url().split('/').at(-1) ?? ''
}

export { cast }
