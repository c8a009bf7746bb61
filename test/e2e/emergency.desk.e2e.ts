import { expect, type Page, test } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import { passesAxe, signInDesk } from './desks.ts'
import { atDesk, everyScreen, onPhone } from './opening.ts'
import { signInStaff } from './phones.ts'

/** The screens of the command, in the ordinary times that the other tests live in. */
const SCREENS = [
  '/emergency',
  '/emergency/playbooks',
  '/emergency/playbooks?code=public_health&level=I',
  '/emergency/declare',
]

everyScreen('emergency', { zhuguoliang: SCREENS })

test('a drill is proposed, confirmed by a second person, seen in every face, reported on, and over', async ({
  browser,
  page,
}) => {
  test.setTimeout(240_000)
  await signInDesk(page, 'chenlixin')
  await propose(page)
  const address = page.url()
  await expect(page.getByRole('button', { name: '确认', exact: true })).toHaveCount(0)

  const second = await atDesk(browser)
  await signInDesk(second, 'maoxuefen')
  await second.goto(address)
  await second.getByRole('button', { name: '确认生效' }).click()
  await second.getByRole('dialog').getByRole('button', { name: '确认生效' }).click()
  await expect(second.getByText('已生效')).toBeVisible()
  await expect(band(second)).toContainText('演练')
  await passesAxe(second)

  const worker = await onPhone(browser)
  await signInStaff(worker, 'chenlixin')
  await expect(band(worker)).toContainText('华墅乡')
  await isAccessible(worker)
  await band(worker).getByRole('link').click()
  await expect(worker.getByRole('heading', { name: '应急响应' })).toBeVisible()
  await isAccessible(worker)

  const resident = await onPhone(browser)
  await resident.goto('/town/')
  await expect(band(resident)).toContainText('演练')
  await isAccessible(resident)

  await report(second, address)
  await over(second, address)
  await expect(async () => {
    await resident.goto('/town/emergency')
    await expect(resident.getByText('现在是平时')).toBeVisible({ timeout: 2000 })
  }).toPass()
})

const band = (page: Page) => page.getByRole('complementary', { name: '应急状态' })

async function propose(page: Page): Promise<void> {
  await page.goto('/console/emergency')
  await page.getByRole('link', { name: '启动应急响应' }).click()
  await pick(page, '预案', '防汛应急预案')
  await pick(page, '响应级别', /Ⅲ级/)
  await page.getByLabel('范围').fill('华墅乡')
  await page.locator('.ant-select-item-option', { hasText: '华墅乡' }).first().click()
  await page.getByLabel('理由').fill('汛期前演练：上游暴雨，低洼农户转移')
  await page.getByRole('checkbox', { name: /演练/ }).check()
  await expect(page.getByText('将告知')).toBeVisible()
  await passesAxe(page)
  await page.getByRole('button', { name: '提出，请第二人确认' }).click()
  await expect(page).toHaveURL(/\/emergency\/[0-9a-f-]{36}$/)
  await expect(page.getByText('待第二人确认').first()).toBeVisible()
  await passesAxe(page)
}

async function pick(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByLabel(label, { exact: true }).click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click()
}

/** A village tells and fixes its figures; the township does not wait for the others and says why. */
async function report(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/reports`)
  const below = page.getByRole('region', { name: '下级' })
  await below.getByRole('link').first().click()
  await expect(page).toHaveURL(/place=/)
  await page.getByLabel('应转移（人）').fill('12')
  await page.getByRole('button', { name: '填报' }).click()
  await page.getByRole('button', { name: '核定' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '核定' }).click()
  await expect(page.locator('.situation-own')).toContainText('已核定')
  await passesAxe(page)
}

async function over(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: '宣布解除' }).click()
  await page.getByRole('dialog').getByLabel('理由').fill('演练科目全部完成')
  await page.getByRole('dialog').getByRole('button', { name: '宣布解除' }).click()
  await expect(page.getByRole('button', { name: '宣布解除' })).toHaveCount(0)
  await page.goto(`${address}/kept`)
  await passesAxe(page)
}

test('whoever likes reads in town how the data of a drill were destroyed, and sees it recounted', async ({
  browser,
}) => {
  const page = await onPhone(browser)
  await page.goto('/town/emergency')
  await page.getByRole('link', { name: /数据销毁证明 26-D01/ }).click()
  await expect(page.getByRole('article')).toContainText('与证明一致')
  await expect(page.getByRole('article')).toContainText('衢州市审计局')
  await isAccessible(page)
})
