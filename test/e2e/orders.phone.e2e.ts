import { expect, test } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import { cast, signInStaff } from './phones.ts'

test('a grid worker answers an order: understood, blocked, then done with what it asks for', async ({
  page,
  context,
}) => {
  test.setTimeout(150_000)
  await signInStaff(page, cast.yuXiaoqing.login ?? '')
  await page.goto('/field/orders')
  await expect(page.getByRole('list', { name: '指令' })).toContainText('独居老人家用火用电上门看一遍')
  await isAccessible(page)
  await page
    .getByRole('link', { name: /独居老人家用火用电/ })
    .first()
    .click()
  await expect(page.getByText('答复里写到过几户')).toBeVisible()
  await isAccessible(page)
  await page.getByRole('button', { name: '其他答复' }).click()
  await isAccessible(page)
  await page.getByRole('button', { name: /受阻/ }).click()
  await page.getByRole('radio', { name: '缺人手' }).check()
  await page.getByLabel('说明').fill('要请村电工一起去')
  await isAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: '受阻，缺东西' }).click()
  await expect(page.getByText('答复已送到')).toBeVisible()

  // Down in the valley there is no signal: the answer waits on the phone.
  await context.setOffline(true)
  await page.getByRole('button', { name: '办完了' }).click()
  await page.getByLabel('数字').fill('6')
  await page.getByRole('dialog').getByRole('button', { name: '办完了' }).click()
  await expect(page.getByText('先记在手机里，有网络自动发出')).toBeVisible()
  await context.setOffline(false)
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('list', { name: '我的答复' })).toContainText('已完成')
  }).toPass({ timeout: 40_000 })
  await isAccessible(page)
})

test('everybody reads the warnings in force, with the eight items', async ({ page }) => {
  await page.goto('/town/')
  await page.getByRole('link', { name: /森林火险橙色预警/ }).click()
  await expect(page.getByRole('heading', { name: '寒潮蓝色预警' })).toBeVisible()
  for (const item of ['类别', '级别', '起始时间', '可能影响范围', '警示事项', '应采取的措施', '发布单位', '发布时间'])
    await expect(page.getByText(item, { exact: true }).first()).toBeVisible()
  await isAccessible(page)
  await page.getByRole('button', { name: '以前的' }).click()
  await expect(page.getByText('已解除').first()).toBeVisible()
  await isAccessible(page)
})
