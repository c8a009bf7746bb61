import { expect, test } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import { signInDesk } from './desks.ts'
import { atDesk } from './opening.ts'
import { cast, signInResident, signInStaff } from './phones.ts'

/** A resident says that a value is wrong; it is marked for him and for the worker; the township answers; he reads it. */
test('what is wrong is contested at the kitchen table and answered by an office', async ({ page, browser }) => {
  test.setTimeout(180_000)
  await signInResident(page, cast.wangJianping.phone)
  await page.goto('/town/me/held')
  await expect(page.getByText('我们的房子')).toBeVisible()
  await isAccessible(page)
  await page
    .getByRole('button')
    .filter({ hasText: /层数/ })
    .click()
  await expect(page.getByRole('dialog')).toContainText('来源')
  await isAccessible(page)
  await page.getByRole('button', { name: '这一项不对' }).click()
  await page.getByLabel(/正确的是/).fill('4')
  await page.getByLabel('为什么').fill('去年加盖了一层')
  await isAccessible(page)
  await page.getByRole('button', { name: '提出异议' }).click()
  await expect(page.getByRole('button').filter({ hasText: /层数/ })).toContainText('有异议')
  await page.goto('/town/me/contests')
  const mine = page.locator('.card').filter({ hasText: '层数' })
  await expect(mine).toContainText('核实中')
  await isAccessible(page)

  const desk = await atDesk(browser)
  await signInDesk(desk, 'fangxiaoyan')
  await desk.goto('/console/contests')
  await desk.getByRole('row').filter({ hasText: '层数' }).getByRole('button').click()
  await desk.getByRole('button', { name: '更正', exact: true }).click()
  const drawer = desk.getByRole('dialog')
  await drawer.getByLabel('怎么核实的').fill('看了照片')
  await drawer.getByLabel('给提出人的答复').fill('已按您说的改成四层')
  await drawer.getByRole('button', { name: /更\s*正/ }).click()
  await expect(drawer).toBeHidden()

  await page.reload()
  await expect(mine).toContainText('已按您说的改成四层')
  await expect(async () => {
    await page.goto('/town/me/held')
    await expect(page.getByRole('button').filter({ hasText: /层数/ })).toContainText('4 层', { timeout: 3000 })
  }).toPass()
})

test('a worker sees what is known of a household before asking, and what came of his entries', async ({ page }) => {
  await signInStaff(page, 'yuxuewen')
  await page.goto('/field/forms')
  await page.getByRole('link', { name: /下畈2号/ }).click()
  await page.getByRole('link', { name: '户情卡' }).click()
  await expect(page.getByText('您看这张卡，这家人会知道。')).toBeVisible()
  await isAccessible(page)
  await page.goto('/field/uploads')
  await isAccessible(page)
})
