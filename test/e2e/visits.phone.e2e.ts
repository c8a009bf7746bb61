import { expect, test } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import { cast, signInResident, signInStaff, someoneElse } from './phones.ts'

/** Of the demo: a couple from Guizhou with a child of five, who rent the house at the end of the lane since four days. */
const FATHER = '15505709801'

test('a newly moved-in family is visited, reads what was noted, and follows it by the slip', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  await signInStaff(page, cast.yuXuewen.login ?? '')
  await page.goto('/field/doors')
  await expect(page.getByRole('list', { name: '今天要去的门' })).toContainText('新搬来')
  await isAccessible(page)
  await page.getByRole('link', { name: /山塘弄/ }).click()
  await expect(page.getByText('杨正强')).toBeVisible()
  await isAccessible(page)

  await page.getByRole('link', { name: '开始走访' }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('textbox', { name: '记一条' }).fill('孩子五岁了，想上幼儿园，不知道要什么材料')
  await page.getByRole('radio', { name: '作为事件上报' }).check()
  await isAccessible(page)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('常年在家人数').fill('3')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '再加一件' }).click()
  await page.getByRole('textbox', { name: '答应什么' }).fill('周五前把幼儿园材料单送来')
  await isAccessible(page)
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByText('上报 1 件')).toBeVisible()
  await page.getByRole('button', { name: '交上去' }).click()
  await expect(page).toHaveURL(/\/field\/door\//)
  await expect(page.getByText('周五前把幼儿园材料单送来')).toBeVisible()

  const family = await someoneElse(browser)
  await signInResident(family, FATHER, '杨正强')
  await family.goto('/town/visits')
  await expect(family.getByText('孩子五岁了，想上幼儿园，不知道要什么材料')).toBeVisible()
  await expect(family.getByText('更新了信息：常年在家人数')).toBeVisible()
  await isAccessible(family)

  await page.getByRole('link', { name: '打印便民卡' }).first().click()
  await expect(page.getByRole('heading', { name: '走访便民卡' })).toBeVisible()
  await expect(page.getByRole('img', { name: '查询二维码' })).toBeVisible()
  await isAccessible(page)
})

test('a promise is settled by its maker and answered by the household', async ({ page, browser }) => {
  test.slow()
  await signInStaff(page, cast.yuXuewen.login ?? '')
  await page.goto('/field/promises')
  const promise = page.locator('.card').filter({ hasText: '请村里周五前把水沟疏通' })
  await expect(promise).toBeVisible()
  await isAccessible(page)
  await promise.getByRole('button', { name: '办到了' }).click()
  await page.getByLabel(/办了什么/).fill('沟清了，盖板也换了')
  await page.getByRole('dialog').getByRole('button', { name: '办到了' }).click()
  await expect(page.getByText('已告诉这户人家')).toBeVisible()

  const household = await someoneElse(browser)
  await signInResident(household, cast.wangJianping.phone)
  await household.goto('/town/visits')
  await expect(household.getByText('沟清了，盖板也换了')).toBeVisible()
  await household.getByRole('button', { name: '办到了' }).first().click()
  await expect(household.getByText('群众确认办到')).toBeVisible()
  await household.getByRole('link', { name: /代办授权/ }).click()
  await expect(household.getByRole('heading', { name: '代办授权' })).toBeVisible()
  await isAccessible(household)
})
