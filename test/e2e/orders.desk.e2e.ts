import { expect, type Page, test } from '@playwright/test'
import { passesAxe, signInDesk } from './desks.ts'
import { everyScreen } from './opening.ts'

const SCREENS: Record<string, string[]> = {
  // The command of the county: signs, writes, reads all below.
  chenlixin: ['/orders', '/orders?view=mine&state=all', '/orders?view=received', '/orders/new', '/orders/warnings'],
  // A department: its own orders. A worker: what came to her.
  jianghaibo: ['/orders', '/orders/new'],
  zhouchunxian: ['/orders'],
}

everyScreen('orders', SCREENS)

const open = (page: Page, title: string) =>
  page
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click()

test('how far an order has come, down to who has not said anything, with the number to call', async ({ page }) => {
  test.slow()
  await signInDesk(page, 'chenlixin')
  await page.goto('/console/orders')
  await open(page, '冬季森林防火巡查')
  await expect(page.locator('.order-left-over')).toContainText('还没办完')
  await passesAxe(page)
  await page.getByRole('button', { name: '沟溪乡' }).click()
  await page.getByRole('button', { name: '高山窑村' }).click()
  await expect(page.getByRole('navigation', { name: '到了哪一级' })).toContainText('高山窑村')
  await page.getByRole('button', { name: '打开电话单' }).click()
  await page
    .getByRole('button', { name: /记电话答复/ })
    .first()
    .click()
  await page.getByRole('dialog').getByLabel('说明').fill('人在山上，信号不好，天黑前回来报')
  await passesAxe(page)
  await page.getByRole('dialog').getByRole('button', { name: '记电话答复' }).click()
  await expect(page.getByText('已记下')).toBeVisible()
  await page.getByRole('button', { name: /^版本/ }).click()
  await expect(page.getByText('进山路口要有人值守到晚上六点。')).toBeVisible()
  await passesAxe(page)
  await page.getByRole('link', { name: '打印' }).click()
  await expect(page.getByRole('article')).toContainText('《森林防火条例》')
  await passesAxe(page)
  await page.getByRole('button', { name: '回执' }).click()
  await expect(page.getByRole('table', { name: '指令执行回执' })).toContainText('沟溪乡')
  await passesAxe(page)
})

test('an order in four steps: what, to whom with its reach, when done, and what others ask already', async ({
  page,
}) => {
  test.setTimeout(150_000)
  await signInDesk(page, 'maoxuefen')
  await page.goto('/console/orders/new')
  await page.getByLabel('标题').fill('独居老人家再看一遍煤气')
  await page.getByLabel('正文').fill('请把独居老人家的煤气阀门看一遍。')
  await page.getByLabel('法律依据或决定').fill('《浙江省社会治理条例》')
  await page.getByLabel('要做什么').click()
  await page.locator('.ant-select-item-option').filter({ hasText: '上门' }).click()
  await page.getByLabel('哪类事').fill('独居老人')
  await page.locator('.ant-select-item-option').filter({ hasText: '独居老人关爱' }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByText('人会收到')).toBeVisible()
  await passesAxe(page)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('textbox', { name: '怎样算完成' }).fill('每户煤气阀门都看过')
  await page.getByRole('button', { name: '明天 18:00' }).click()
  await passesAxe(page)
  await page.getByRole('button', { name: '核对下发' }).last().click()
  await expect(page.getByRole('link', { name: '独居老人家用火用电上门看一遍' })).toBeVisible()
  await passesAxe(page)
  await page.getByRole('button', { name: /下发给 \d+ 人|报指挥中心签批/ }).click()
  await expect(page.getByText('有重复或矛盾时要写明理由')).toBeVisible()
  await page.getByLabel('仍然要单独下发，为什么').fill('上次只看了电线，煤气没有看')
  await page.getByRole('button', { name: /下发给 \d+ 人|报指挥中心签批/ }).click()
  await expect(page.getByText(/应答情况|待签批/).first()).toBeVisible()
  await expect(page).toHaveURL(/\/console\/orders\/[0-9a-f-]{36}$/)
})

test('a warning has all eight items, goes out as CAP, and hostile CAP is refused', async ({ page }) => {
  test.slow()
  await signInDesk(page, 'maoxuefen')
  await page.goto('/console/orders/warnings')
  await page.getByRole('button', { name: '发布预警' }).click()
  await page.getByLabel('级别').click()
  await page.locator('.ant-select-item-option').filter({ hasText: '三级' }).click()
  await page.getByLabel('警示事项').fill('未来两小时有短时强降雨')
  await page.getByLabel('应采取的措施').fill('不要过漫水桥，听从通知')
  await passesAxe(page)
  await page.locator('.drawer-foot').getByRole('button', { name: '发布预警' }).click()
  const card = page.getByRole('article').filter({ hasText: '暴雨黄色预警' })
  await expect(card).toContainText('柯城区')
  const saved = page.waitForEvent('download')
  await card.getByRole('button', { name: '导出 CAP' }).click()
  expect((await saved).suggestedFilename()).toMatch(/\.xml$/)
  await card.getByRole('button', { name: '解除' }).click()
  await page.getByLabel('理由').fill('雨已经停了')
  await page.locator('.drawer-foot').getByRole('button', { name: '解除' }).click()
  await expect(card).toBeHidden()
  await page.getByRole('button', { name: '收 CAP 预警' }).click()
  await page
    .getByLabel('CAP 文件内容')
    .fill(
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">&x;</alert>',
    )
  await page.getByRole('button', { name: '读取' }).click()
  await expect(page.getByText('这不是能安全读取的 CAP 1.2 文件。')).toBeVisible()
  await passesAxe(page)
})

test('the command signs for what is above the budget', async ({ page }) => {
  await signInDesk(page, 'zhuguoliang')
  await page.goto('/console/orders')
  await page.getByRole('link', { name: /去签批 农村自建房/ }).click()
  await page.getByRole('button', { name: '签批下发' }).click()
  await page.getByLabel('签批意见').fill('同意，先查三层以上的')
  await passesAxe(page)
  await page.locator('.drawer-foot').getByRole('button', { name: '签批下发' }).click()
  await expect(page.locator('.order-left-over')).toContainText('还没办完')
})

test('an order is passed on with an addition, amended, and withdrawn; every form is readable', async ({ page }) => {
  test.setTimeout(150_000)
  await signInDesk(page, 'huweiping')
  await page.goto('/console/orders')
  await open(page, '冬季森林防火巡查')
  await page.getByRole('button', { name: '转发到本地' }).click()
  await page.getByLabel('本地补充').fill('余东、余西两村进山路口各加一个人。')
  await passesAxe(page)
  await page.locator('.drawer-foot').getByRole('button', { name: '转发到本地' }).click()
  await expect(page.getByText('余东、余西两村进山路口各加一个人。')).toBeVisible()
  await page.getByRole('button', { name: /更多/ }).click()
  await page.getByRole('menuitem', { name: '修改' }).click()
  await page.getByRole('dialog').getByLabel('正文').fill('余东、余西两村进山路口各加两个人。')
  await page.getByRole('dialog').getByLabel('为什么').fill('一个人看不过来')
  await passesAxe(page)
  await page.locator('.drawer-foot').getByRole('button', { name: '修改' }).click()
  await expect(page.getByText('余东、余西两村进山路口各加两个人。')).toBeVisible()
  await page.getByRole('button', { name: /更多/ }).click()
  await page.getByRole('menuitem', { name: '安排代答' }).click()
  await passesAxe(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /更多/ }).click()
  await page.getByRole('menuitem', { name: '撤回' }).click()
  await page.getByRole('dialog').getByLabel('为什么').fill('区里已经统一安排')
  await page.locator('.drawer-foot').getByRole('button', { name: '撤回' }).click()
  await expect(page.getByText('已撤回').first()).toBeVisible()
  await passesAxe(page)
})

test('a draft that asks what another order asks already is given up in its favour', async ({ page }) => {
  test.slow()
  await signInDesk(page, 'chenlixin')
  await page.goto('/console/orders')
  await page.getByRole('link', { name: /接着写 老年人家庭取暖安全走访/ }).click()
  await expect(page.getByLabel('标题')).toHaveValue('老年人家庭取暖安全走访')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '核对下发' }).last().click()
  await page.getByRole('button', { name: /并进这一条 独居老人家用火用电/ }).click()
  await page.getByRole('dialog').getByLabel('说明').fill('一次上门都看了，不用再发一条')
  await passesAxe(page)
  await page.locator('.drawer-foot').getByRole('button', { name: '并进这一条' }).click()
  await expect(page.getByText('联合下发')).toBeVisible()
})
