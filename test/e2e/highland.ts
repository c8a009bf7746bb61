import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, expect, type Page } from '@playwright/test'
import { systemClock } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { DEMO_PASSWORD } from '../../demo/cast.ts'
import { HIGHLAND, highland } from '../../demo/highland.ts'
import { settled } from './desks.ts'

/** Of the generated people of the demo, in the offices above the village. */
export const offices = { room: 'chencaiyun', county: 'chenxinyan', water: 'fangmeixiang' } as const
export { HIGHLAND, highland }

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const DESK = { viewport: { width: 1440, height: 900 }, hasTouch: false, isMobile: false }
export const onPhone = async (browser: Browser): Promise<Page> => (await browser.newContext(PHONE)).newPage()
export const atDesk = async (browser: Browser): Promise<Page> => (await browser.newContext(DESK)).newPage()

/** People whom nobody else of the tests knows; a second run is other people. A number that no operator gives out. */
export function newcomers(surname: string) {
  const digits = String(Math.floor(Math.random() * 1e6)).padStart(6, '0')
  return {
    name: `${surname}正强`,
    child: `${surname}乐乐`,
    phone: `15498${digits}`,
    address: `浙源里村竹坞${digits}号`,
  }
}

/** With STORY_PICTURES each stage leaves a picture in that folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['STORY_PICTURES']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await settled(page)
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: (page.viewportSize()?.width ?? 0) < 600 })
}

/** The work of the day is on the phone, so that it can be closed and opened where there is no network. */
export async function takeAlong(page: Page): Promise<void> {
  await page.getByRole('link', { name: '我的', exact: true }).click()
  await page.getByRole('link', { name: '带工作的手机' }).click()
  await expect(page.getByText('没网也能用')).toBeVisible({ timeout: 30_000 })
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await expect(async () =>
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true),
  ).toPass()
}

export async function unlock(page: Page): Promise<void> {
  await page.getByLabel('登录密码').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: '打开' }).click()
  await expect(page.getByLabel('登录密码')).toHaveCount(0)
}

/** By the road, for what a story begins with. */
export async function send(page: Page, command: string, data: object): Promise<void> {
  const headers = { 'x-openpalm': '1', 'idempotency-key': newId() }
  const answer = await page.request.post(`/api/${command}`, { headers, data })
  expect(answer.ok(), `${command}: ${await answer.text()}`).toBe(true)
}
export const newId = (): string => uuidv7(systemClock.now())
