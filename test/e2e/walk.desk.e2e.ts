import { type Browser, expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { signInDesk } from './desks.ts'
import { atDesk, onPhone } from './opening.ts'
import { signInStaff } from './phones.ts'

/** Told apart from what other tests report. */
const MATTER = `村口路灯坏了三天，晚上看不见路 ${crypto.randomUUID().slice(0, 6)}`
/** A photo of the lamp, shining. */
const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: '#f6d860' } })
    .png()
    .toBuffer()

/** The walking product: a resident's report climbs four levels, is solved, and is closed by the resident. */
test('a case climbs the tree from a phone to the county and back to its reporter', async ({ browser, page }) => {
  test.setTimeout(180_000)
  const resident = await report(browser)

  const worker = await field(browser, 'yuxuewen')
  await open(worker)
  await act(worker, '接单')
  await rise(worker, '要换灯杆，村里没有')

  const cadre = await field(browser, 'yuguorong')
  await open(cadre)
  await act(cadre, '接单')
  await rise(cadre, '要乡里协调供电公司')

  await desk(page, 'huweiping')
  await openAtDesk(page)
  await inDrawer(page, '上报一级', '由供电公司更换')
  await expect(page.getByText('柯城供电').first()).toBeVisible()

  const officer = await desk(await atDesk(browser), 'wujianhua')
  await openAtDesk(officer)
  await officer.getByRole('button', { name: '接单', exact: true }).click()
  await officer.getByRole('button', { name: '办结', exact: true }).click()
  const drawer = officer.getByRole('dialog')
  await drawer.getByRole('textbox').nth(0).fill('路灯已修好，今晚会亮。')
  await drawer.getByRole('textbox').nth(1).fill('已换灯头')
  await drawer
    .locator('input[type=file]')
    .setInputFiles({ name: 'after.png', mimeType: 'image/png', buffer: await photo() })
  await expect(drawer.locator('img').first()).toBeVisible()
  await drawer
    .getByRole('button', { name: /办\s*结/ })
    .last()
    .click()
  await expect(drawer).toBeHidden()

  const command = await desk(await atDesk(browser), 'chenlixin')
  await openAtDesk(command)
  await inDrawer(command, '核实通过')

  await resident.getByText('看进度').click()
  await expect(resident.getByText('路灯已修好，今晚会亮。').first()).toBeVisible()
  await expect(resident.getByText('已换灯头')).toHaveCount(0)
  await resident.getByRole('button', { name: '解决了', exact: true }).click()
  await resident.getByRole('dialog').getByRole('button', { name: '解决了' }).last().click()
  await expect(resident.getByText('您确认解决了').first()).toBeVisible()

  // Another county sees nothing of it.
  const stranger = await desk(await atDesk(browser), 'zhujianjun')
  const seen = await stranger.request.get(`/api/cases.get?id=${command.url().split('/').at(-1) ?? ''}`)
  expect(seen.status()).toBe(404)
})

async function report(browser: Browser): Promise<Page> {
  const page = await onPhone(browser)
  await page.goto('/town/')
  await page.getByText('说说事').first().click()
  await page.locator('textarea').fill(MATTER)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('searchbox').or(page.locator('input')).first().fill('ydc')
  await page.getByText('余东村第2网格').first().click()
  await page.getByRole('button', { name: '下一步' }).click()
  await page
    .getByRole('button', { name: /下一步|跳过/ })
    .first()
    .click()
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByText(/26-\d{7}-\d/)).toBeVisible()
  return page
}

async function field(browser: Browser, login: string): Promise<Page> {
  const page = await onPhone(browser)
  await signInStaff(page, login)
  return page
}

const open = (page: Page): Promise<void> => page.getByText(MATTER).first().click()

async function act(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).last().click()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

async function rise(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('dialog').getByText('上报', { exact: false }).first().click()
  await page.getByRole('dialog').getByRole('textbox').first().fill(reason)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /上报/ })
    .last()
    .click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

async function desk(page: Page, login: string): Promise<Page> {
  await signInDesk(page, login)
  return page
}

async function openAtDesk(page: Page): Promise<void> {
  await page.goto('/console/cases?open=true')
  await page.getByText(MATTER).first().click()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/cases\/[0-9a-f-]{36}/)
}

async function inDrawer(page: Page, name: string, words?: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
  const drawer = page.getByRole('dialog')
  if (words) await drawer.getByRole('textbox').first().fill(words)
  await drawer.getByRole('button', { name }).last().click()
  await expect(drawer).toBeHidden()
}
