import { expect, test } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import { cast, PHOTO, reportLamp, signInResident, someoneElse } from './phones.ts'

test('somebody without an account reports in four short pages and follows it like a parcel', async ({
  page,
  browser,
}) => {
  test.slow()
  await page.goto('/town/')
  await isAccessible(page)
  await page.getByRole('link', { name: /说说事/ }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByText('请至少写 4 个字')).toBeVisible()
  await page.getByRole('textbox').fill('村口的路灯坏了三天，晚上看不见路')
  await page.setInputFiles('input[type=file]', PHOTO)
  await expect(page.getByRole('img', { name: '照片 1' })).toBeVisible()
  await page.getByRole('radio', { name: '路灯不亮' }).check()
  await isAccessible(page)
  await page.getByRole('button', { name: '下一步' }).click()
  await isAccessible(page)
  await page.getByRole('searchbox').fill('ydc')
  await page.getByRole('button', { name: /^余东村\s*柯城区/ }).click()
  await isAccessible(page)
  await page.getByRole('button', { name: '余东村第2网格' }).click()
  await page.getByRole('textbox', { name: '具体在哪里' }).fill('文化礼堂对面')
  await page.getByRole('button', { name: '下一步' }).click()
  await isAccessible(page)
  await page.getByRole('button', { name: '下一步' }).click()
  await isAccessible(page)
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('img', { name: '进度二维码' })).toBeVisible()
  await isAccessible(page)

  await page.getByRole('link', { name: '看进度' }).click()
  await expect(page.getByRole('list', { name: '办理经过' })).toContainText('您报了这件事')
  await isAccessible(page)
  const number = page.url().split('/').at(-1) ?? ''
  const kept = await page.evaluate(() => localStorage.getItem('openpalm.town.reports'))
  const [{ secret }] = JSON.parse(kept ?? '[]') as [{ secret: string }]

  const elsewhere = await someoneElse(browser)
  await elsewhere.goto(`/town/follow/${number}#${secret}`)
  await expect(elsewhere.getByText('村口的路灯坏了三天').first()).toBeVisible()
  await elsewhere.goto(`/town/follow/${number}#${'x'.repeat(20)}`)
  await elsewhere.reload()
  await expect(elsewhere.getByText('没有找到', { exact: false })).toBeVisible()
  await elsewhere.close()
})

test('a position puts the report into its grid, and without one a search does', async ({ browser }) => {
  const context = await browser.newContext({
    geolocation: { longitude: 118.806, latitude: 28.905 },
    permissions: ['geolocation'],
  })
  const page = await context.newPage()
  await page.goto('/town/report/where')
  await page.getByRole('button', { name: '用我现在的位置' }).click()
  await expect(page.getByText('已选好')).toBeVisible()
  await context.clearPermissions()
  await page.getByRole('button', { name: '换一个地方' }).click()
  await page.getByRole('button', { name: '用我现在的位置' }).click()
  await expect(page.getByText('没有允许定位')).toBeVisible()
  await expect(page.getByRole('searchbox')).toBeVisible()
  await context.close()
})

test('what is typed outlives a closed page and a lost network', async ({ page, context }) => {
  await page.goto('/town/report')
  await page.getByRole('textbox').fill('水渠堵了，田里进不了水')
  await page.reload()
  await expect(page.getByRole('textbox')).toHaveValue('水渠堵了，田里进不了水')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('searchbox').fill('余东村')
  await page.getByRole('button', { name: /余东村第1网格/ }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await context.setOffline(true)
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('alert')).toContainText('没有网络')
  await context.setOffline(false)
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByText('已经收到').first()).toBeVisible()
})

test('every page of a resident who is signed in can be read by everybody', async ({ page }) => {
  test.slow()
  await reportLamp(page, '村口的路灯又坏了，老人不敢出门')
  await signInResident(page, cast.zhengGuixiang.phone)
  for (const path of [
    '',
    'mine',
    'notices',
    'me',
    'me/held',
    'me/looks',
    'me/purposes',
    'me/sessions',
    'follow',
    'no-such-page',
  ]) {
    await page.goto(`/town/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty()
    await expect(page.locator('.ghost')).toHaveCount(0)
    await isAccessible(page)
  }
  await page.goto('/town/mine')
  await page.getByRole('button', { name: '放进我的账号' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已放进您的账号' })).toBeVisible()
})

test('signing in says what is wrong where it is wrong', async ({ page }) => {
  await page.goto('/town/signin')
  await page.getByLabel('手机号').fill('139')
  await page.getByRole('button', { name: '发验证码' }).click()
  await expect(page.getByText('手机号是 1 开头的 11 位数字')).toBeVisible()
  await isAccessible(page)
  await page.getByLabel('手机号').fill('13957000123')
  await page.getByRole('button', { name: '发验证码' }).click()
  await page.getByLabel('验证码').fill('000000')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('alert')).toContainText('验证码不对')
  await isAccessible(page)
})

test('a reporter takes it back, and English and large type are one press away', async ({ page }) => {
  const number = await reportLamp(page, '路灯一直闪，影响睡觉')
  await page.goto(`/town/follow/${number}`)
  await page.getByRole('button', { name: '撤回' }).click()
  await isAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
  await expect(page.getByText('您已撤回').first()).toBeVisible()
  await page.goto('/town/')
  await page.getByRole('button', { name: '大字版' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-large', '')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('link', { name: /Report something/ })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await isAccessible(page)
})
