import { expect, test } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import { cast, PHOTO, reportLamp, signInResident, signInStaff, someoneElse } from './phones.ts'

const login = (member: { login: string | null }): string => member.login ?? ''

test('a report is accepted, handled with proof, verified by another person and confirmed by the resident', async ({
  page,
  browser,
}) => {
  test.slow()
  const resident = await someoneElse(browser)
  await signInResident(resident, cast.xuLihua.phone)
  const number = await reportLamp(resident, '村口3号路灯坏了，夜里摔了人')
  await expect(resident.getByText('已经收到').first()).toBeVisible()

  await signInStaff(page, login(cast.yuXuewen))
  await isAccessible(page)
  await page.getByRole('button', { name: /接单.*夜里摔了人/ }).click()
  await expect(page.getByRole('status').filter({ hasText: '已接单' })).toBeVisible()
  await page.getByRole('link', { name: /去办.*夜里摔了人/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: '办结' }).click()
  await expect(sheet.getByText('至少 2 个字').first()).toBeVisible()
  await isAccessible(page)
  await page.setInputFiles('dialog input[type=file]', PHOTO)
  await sheet.getByLabel('怎么办的').fill('换了灯泡和保险丝，试亮正常')
  await sheet.getByLabel('答复群众').fill('3号路灯已经修好，今晚就能亮。')
  await sheet.getByRole('button', { name: '办结' }).click()
  await expect(page.getByText('待核实').first()).toBeVisible()
  await isAccessible(page)

  const room = await someoneElse(browser)
  await signInStaff(room, login(cast.huWeiping))
  await room.goto('/field/cases?view=open')
  await room.getByRole('searchbox').fill(number)
  await room.getByRole('link', { name: /去核实/ }).click()
  await room.getByRole('dialog').getByRole('button', { name: '核实通过' }).click()
  await expect(room.getByText('待群众确认').first()).toBeVisible()
  await room.close()

  await resident.goto(`/town/follow/${number}`)
  await expect(resident.getByText('3号路灯已经修好').first()).toBeVisible()
  await isAccessible(resident)
  await resident.getByRole('button', { name: '没解决' }).click()
  await isAccessible(resident)
  await resident.keyboard.press('Escape')
  await resident.getByRole('button', { name: '解决了' }).click()
  await resident.getByRole('dialog').getByRole('button', { name: '解决了' }).click()
  await expect(resident.getByText('您已确认解决').first()).toBeVisible()
  await resident.goto('/town/me/looks')
  await expect(resident.getByText('看了您报的事').first()).toBeVisible()
  await resident.close()
})

test('what is handled without a signal stays on the phone and leaves it by itself', async ({
  page,
  context,
  browser,
}) => {
  const resident = await someoneElse(browser)
  await reportLamp(resident, '河边的路灯倒了，挡着路')
  await resident.close()
  await signInStaff(page, login(cast.yuXuewen))
  await page.getByRole('button', { name: /接单.*挡着路/ }).click()
  await page.getByRole('link', { name: /去办.*挡着路/ }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet).toBeVisible()
  await context.setOffline(true)
  await page.setInputFiles('dialog input[type=file]', PHOTO)
  await expect(sheet.getByRole('img', { name: /先留在手机里/ })).toBeVisible()
  await sheet.getByLabel('怎么办的').fill('扶正加固')
  await sheet.getByLabel('答复群众').fill('灯杆已经扶正。')
  await sheet.getByRole('button', { name: '办结' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已存在手机里' })).toBeVisible()
  await page.getByRole('button', { name: '返回' }).click()
  await page.getByRole('link', { name: /1 条还在手机里/ }).click()
  await expect(page.getByText('等信号')).toBeVisible()
  await isAccessible(page)
  await context.setOffline(false)
  await expect(page.getByText('都发出去了')).toBeVisible({ timeout: 30_000 })
})

test('every page of a worker can be read by everybody', async ({ page }) => {
  test.slow()
  await page.goto('/field/')
  await expect(page.getByLabel('密码')).toBeVisible()
  await isAccessible(page)
  await page.getByLabel('账号或手机号').fill(login(cast.huWeiping))
  await page.getByLabel('密码').fill('not the password')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('alert')).not.toBeEmpty()
  await isAccessible(page)
  await signInStaff(page, login(cast.huWeiping))
  const paths = [
    '',
    'cases',
    'cases?view=open',
    'cases?view=late',
    'cases?view=closed',
    'places',
    'places/330802211209',
    'notices',
    'me',
    'me/sessions',
    'report',
    'outbox',
    'no-such-page',
  ]
  for (const path of paths) {
    await page.goto(`/field/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty()
    await expect(page.locator('.ghost')).toHaveCount(0)
    await isAccessible(page)
  }
})

test('each action is a sheet that everybody can read', async ({ page }) => {
  test.slow()
  await signInStaff(page, login(cast.huWeiping))
  await page.goto('/field/cases?view=open')
  await page.locator('a.row-link').first().click()
  const actions = page.getByRole('dialog').getByRole('listitem').getByRole('button')
  await page.getByRole('button', { name: '更多' }).click()
  await expect(actions.first()).toBeVisible()
  const names = await actions.allTextContents()
  await page.keyboard.press('Escape')
  for (const name of names) {
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible()
    await isAccessible(page)
    await page.getByRole('button', { name: '关闭' }).click()
  }
})

test('a worker of another county finds nothing of it', async ({ page, browser }) => {
  await signInStaff(page, login(cast.yuXuewen))
  await page.goto('/field/cases?view=open')
  const address = await page.locator('a.row-link').first().getAttribute('href')
  const stranger = await someoneElse(browser)
  await signInStaff(stranger, login(cast.zhuJianjun))
  await stranger.goto(address ?? '')
  await expect(stranger.getByRole('alert')).toContainText('没有找到')
  await stranger.close()
})
