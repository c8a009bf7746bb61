import { expect, test } from '@playwright/test'
import { passesAxe, signInDesk } from './desks.ts'

test('an invitation on a field day is refused with the rule; the roster and the problems stand instead', async ({
  page,
}) => {
  test.slow()
  await signInDesk(page, 'huweiping')
  await page.goto('/console/tuesday')
  await expect(page.getByRole('table', { name: '无会日日历' })).toContainText('无会')
  await expect(page.getByRole('table', { name: /下村名单/ })).toContainText('余东村')
  await expect(page.getByRole('table', { name: '下村发现的问题' })).toContainText('姜海波')
  await passesAxe(page)
  await page.getByRole('button', { name: '发会议邀请' }).click()
  await page.getByLabel('会议名称').fill('防汛部署会')
  await page.getByLabel('地点').fill('乡政府三楼')
  const who = page.getByLabel('请谁参加')
  await who.click()
  await who.fill('余学文')
  await page.locator('.ant-select-item-option').filter({ hasText: '余学文' }).first().click()
  await page.keyboard.press('Escape')
  await page.locator('.drawer-foot').getByRole('button', { name: '发会议邀请' }).click()
  await expect(page.getByText('周二无会日：每周二市、县、乡不召开会议').last()).toBeVisible()
  await page.goto('/console/visits')
  await expect(page.getByRole('table', { name: '还没了结的承诺' })).toContainText('陪老人去补办医保卡')
  await passesAxe(page)
})
