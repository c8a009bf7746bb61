import { type BrowserContext, expect, type Page } from '@playwright/test'
import { DEMO_PASSWORD } from '../../demo/cast.ts'
import { takeAlong } from './opening.ts'
import { PHOTO, signInStaff } from './phones.ts'

export const login = (member: { login: string | null }): string => member.login ?? ''

/** The app is on the phone, and today's work with it. */
export async function ready(page: Page, who: { login: string | null }): Promise<void> {
  await signInStaff(page, login(who))
  await takeAlong(page)
}

export async function unlock(page: Page, password = DEMO_PASSWORD): Promise<void> {
  await page.getByLabel('登录密码').fill(password)
  await page.getByRole('button', { name: '打开' }).click()
}

export async function reportWithPhoto(page: Page, context: BrowserContext, words: string): Promise<void> {
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ longitude: 118.7283, latitude: 28.8662, accuracy: 12 })
  await page.locator('a.big-entry[href$="/report"]').click()
  await page.setInputFiles('input[type=file]', PHOTO)
  await page.getByLabel('什么情况').fill(words)
  await page.getByRole('button', { name: '用我现在的位置' }).click()
  await expect(page.getByText('已选好')).toBeVisible()
  await page.getByRole('button', { name: '上报' }).click()
}

/** Open cases with such a title: what is found by its words is told to the index a moment after it was taken in. */
export const found = (page: Page, words: RegExp, count: number): Promise<void> =>
  expect(async () => {
    await page.goto('/field/cases?view=open')
    await page.getByRole('searchbox').fill(words.source)
    await expect(page.getByRole('link', { name: words })).toHaveCount(count, { timeout: 4000 })
  }).toPass({ timeout: 40_000 })
