import { expect, test } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import { cast, signInResident, signInStaff } from './phones.ts'

test('a household sees who answers for its door, chooses another, and says how it goes', async ({ page }) => {
  test.slow()
  await signInResident(page, cast.yuWeidong.phone)
  await page.goto('/town/door')
  await expect(page.getByRole('heading', { name: '联系您家的人' })).toBeVisible()
  await isAccessible(page)
  await page.getByRole('link', { name: /换一位联系人|选一位联系人/ }).click()
  await expect(page.getByRole('list', { name: '选一位联系人' })).toBeVisible()
  await isAccessible(page)
  await page.getByRole('list', { name: '选一位联系人' }).getByRole('button').first().click()
  await isAccessible(page)
  await page.getByRole('button', { name: '就选这位' }).click()
  await expect(page.getByText('您家自己选的')).toBeVisible()
  await page.getByRole('button', { name: '说说联系得怎么样' }).click()
  await page.getByLabel('想说的话').fill('上门来认了门，人很好')
  await isAccessible(page)
  await page.getByRole('button', { name: '发出' }).click()
  await expect(page.getByText('上门来认了门，人很好')).toBeVisible()
})

test('a grid worker finds the doors that are hers', async ({ page }) => {
  await signInStaff(page, cast.yuXuewen.login ?? '')
  await page.goto('/field/bonds')
  await expect(page.getByRole('list', { name: '我联系的户' })).toContainText('余东村')
  await isAccessible(page)
})
