import { expect, type Page, test } from '@playwright/test'
import { STAGE } from '../../demo/cast.ts'
import { systemClock } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { passesAxe, signInDesk } from './desks.ts'
import { everyScreen } from './opening.ts'

const SCREENS: Record<string, string[]> = {
  zhuguoliang: [
    '/bonds',
    `/bonds?place=${STAGE.township}&kind=all`,
    '/bonds/rotation',
    '/bonds/reporting',
    '/bonds/kinds',
  ],
  wukai: ['/bonds'],
}

everyScreen('bonds', SCREENS)

/** The first doors of a grid lose their party member. */
async function unbind(page: Page, place: string, count: number): Promise<void> {
  const doors = await page.request.get(`/api/bonds.doors?place=${place}&limit=${count}`)
  for (const { household } of ((await doors.json()) as { rows: { household: string }[] }).rows) {
    const found = await page.request.get(`/api/bonds.door?household=${household}`)
    const { answerers, day } = (await found.json()) as { answerers: { kind: string; bond: string }[]; day: string }
    const bond = answerers.find(({ kind }) => kind === 'member_household')?.bond
    const ended = await page.request.post('/api/bonds.end', {
      headers: { 'x-openpalm': '1', 'idempotency-key': uuidv7(systemClock.now()) },
      data: { id: bond, day, reason: '外出打工' },
    })
    expect(ended.ok()).toBe(true)
  }
}

test('a village fills its gaps with one proposal, and the proof holds again', async ({ page }) => {
  test.slow()
  await signInDesk(page, 'huweiping')
  await unbind(page, STAGE.otherGrid, 3)
  await page.goto(`/console/bonds?place=${STAGE.village}`)
  await expect(page.getByText(/还有 \d+ 户没人管/)).toBeVisible()
  await page.getByRole('button', { name: '建议补齐' }).click()
  await passesAxe(page)
  await page.getByRole('button', { name: /确认补齐 \d+ 户/ }).click()
  await expect(page.getByText('每一户都有人管，没有人超过定额。')).toBeVisible()
})

test('whoever asks about a door learns who answers, today and years ago', async ({ page }) => {
  await signInDesk(page, 'huweiping')
  await page.goto(`/console/bonds/door?place=${STAGE.grid}`)
  await page.locator('.bonds-list button').first().click()
  await expect(page.getByRole('cell', { name: '余学文 专职网格员' })).toBeVisible()
  await passesAxe(page)
  await page.getByRole('textbox', { name: '哪一天' }).fill('2020-02-10')
  await expect(page.getByText('这一天没有人管这一家。')).toBeVisible()
})

test('posts change hands together: chosen, matched, checked, moved', async ({ page }) => {
  test.slow()
  await signInDesk(page, 'wukai')
  await page.goto('/console/bonds/rotation')
  await page.getByRole('button', { name: '安排轮岗' }).click()
  const drawer = page.getByRole('dialog')
  for (const at of [1, 2, 3]) await drawer.getByRole('row').nth(at).getByRole('checkbox').check()
  await drawer.getByRole('button', { name: '看看有没有问题' }).click()
  await expect(drawer.getByText('没有发现需要回避的情形。')).toBeVisible()
  await passesAxe(page)
  await drawer.getByRole('button', { name: '一次换 3 个岗位' }).click()
  await expect(page.getByText('已轮岗：3 个岗位，3 份交接清单')).toBeVisible()
  await page
    .getByRole('button', { name: /衢州市/ })
    .first()
    .click()
  await passesAxe(page)
})
