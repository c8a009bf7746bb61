import { mkdirSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
export const signInResident = (page: Page, phone: string, name?: string): Promise<void> =>
  // A second code for one phone voids the first, and tests share the people of the demo.
  alone(`sign-in-${phone}`, () => signInByCode(page, phone, name))

async function signInByCode(page: Page, phone: string, name?: string): Promise<void> {
  await page.goto('/town/signin')
  await page.getByLabel('手机号').fill(phone)
  const before = await lettersTo(page, phone)
  await page.getByRole('button', { name: '发验证码' }).click()
  await page.getByLabel('验证码').fill(await codeAfter(page, phone, before.length))
  await page.getByRole('button', { name: '登录' }).click()
  // A phone that was written down at a door opens nothing without the name that stands there.
  if (name) {
    await page.getByLabel('怎么称呼您').fill(name)
    await page.getByRole('button', { name: '登录' }).click()
  }
  await expect(page).toHaveURL(/\/town\/(me)?$/)
}

/** Codes that were sent to a phone, the newest first. */
async function lettersTo(page: Page, phone: string): Promise<string[]> {
  const sent = (await (await page.request.get(`/dev/inbox.json?to=${phone}`)).json()) as { text: string }[]
  return sent.flatMap(({ text }) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? [])
}

async function codeAfter(page: Page, phone: string, known: number): Promise<string> {
  let letters: string[] = []
  await expect(async () => {
    letters = await lettersTo(page, phone)
    expect(letters.length).toBeGreaterThan(known)
  }, 'a phone gets one code a minute: give each test a resident of its own').toPass({ timeout: 20_000 })
  return letters[0] ?? ''
}

/** One at a time over all workers: a folder is made by one of them only. */
async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const lock = join(tmpdir(), `openpalm-e2e-${process.ppid}-${name}`)
  await expect(() => mkdirSync(lock)).toPass({ timeout: 120_000, intervals: [200] })
  try {
    return await work()
  } finally {
    rmdirSync(lock)
  }
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
