import { expect, type Page, test } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import { passesAxe, settled, signInDesk } from './desks.ts'
import { highland, newcomers, offices, picture } from './highland.ts'
import { atDesk, onPhone, takeAlong } from './opening.ts'
import { unlock } from './phones-offline.ts'
import { signInResident, signInStaff } from './phones.ts'

type Family = ReturnType<typeof newcomers>

/**
 * A couple with a girl of five rents the house above the bamboo: written down by the village, given somebody who answers for
 * them, called on where there is no network, and from then on they see and say for themselves.
 */
test('a newly moved-in family in a mountain village', async ({ page, browser }) => {
  test.setTimeout(300_000)
  const family = newcomers('杨')

  await signInDesk(page, highland.leiGenfa.login)
  await writeDown(page, family)
  const room = await atDesk(browser)
  await giveAnswerer(room, family)

  const worker = await onPhone(browser)
  await signInStaff(worker, highland.lanYing.login)
  await visitOffline(worker, family)

  const home = await onPhone(browser)
  await signInResident(home, family.phone, family.name)
  await readAtHome(home, family)
  await contest(home)
  await decide(room, family)
  await settlePromise(worker)
  await hasTheLastWord(home)
})

/** The secretary enters the house, its head and the child. */
async function writeDown(page: Page, { name, child, phone, address }: Family): Promise<void> {
  await page.goto('/console/homes')
  await settled(page)
  await picture(page, 'family-01-homes')
  await page.getByRole('button', { name: '登记房屋' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('网格').fill('第2网格')
  await page.locator('.ant-select-item-option').filter({ hasText: '浙源里村第2网格' }).first().click()
  await drawer.getByLabel('地址').fill(address)
  await passesAxe(page)
  await picture(page, 'family-02-dwelling')
  await drawer.getByRole('button', { name: '登记房屋' }).click()
  await expect(drawer).toBeHidden()
  await page.getByRole('button', { name: '空置房屋' }).click()
  await page.getByRole('link', { name: address }).click()

  await page.getByRole('button', { name: '登记住户' }).click()
  await drawer.getByLabel('姓名').fill(name)
  await drawer.getByLabel('出生日期').fill('1993-04-12')
  await drawer.getByLabel('电话').fill(phone)
  await pick(page, drawer.getByLabel('居住'), '租住')
  await drawer.getByRole('button', { name: '登记住户' }).click()
  await expect(drawer).toBeHidden()
  await page.getByRole('link', { name }).click()

  await page.getByRole('button', { name: '添加成员' }).click()
  await drawer.getByLabel('姓名').fill(child)
  await drawer.getByLabel('出生日期').fill('2021-06-01')
  await pick(page, drawer.getByLabel('与户主关系'), '子女')
  await pick(page, drawer.getByLabel('居住'), '租住')
  await picture(page, 'family-03-child')
  await drawer.getByRole('button', { name: '添加成员' }).click()
  await expect(page.getByRole('table', { name: '家庭成员' })).toContainText('未满 14 岁')
  await passesAxe(page)
  await picture(page, 'family-04-household')
}

async function pick(page: Page, field: ReturnType<Page['getByLabel']>, choice: string): Promise<void> {
  await field.click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: choice }).click()
}

/** Nobody answers for the new door until the township accepts the proposal. */
async function giveAnswerer(page: Page, { address }: Family): Promise<void> {
  await signInDesk(page, offices.room)
  await page.goto('/console/bonds?place=330825203212')
  await expect(page.getByRole('table', { name: '没人管的住户' })).toContainText(address)
  await picture(page, 'family-05-gap')
  await page.getByRole('button', { name: '建议补齐' }).click()
  await expect(page.getByRole('dialog')).toContainText(address)
  await picture(page, 'family-06-filling')
  await page.getByRole('button', { name: /确认补齐 \d+ 户/ }).click()
  await expect(page.getByText('每一户都有人管，没有人超过定额。')).toBeVisible()
  await picture(page, 'family-07-whole')
}

/** The phone is closed and opened on the mountain; the visit leaves it when there is a network again. */
async function visitOffline(page: Page, { name, address }: Family): Promise<void> {
  await takeAlong(page)
  await page.goto('/field/')
  await expect(page.getByRole('link', { name: /家要去/ })).toBeVisible()
  await picture(page, 'family-08-today')
  await page.context().setOffline(true)
  await page.goto('/field/doors')
  await picture(page, 'family-09-locked')
  await unlock(page)
  const door = page.getByRole('list', { name: '今天要去的门' }).getByRole('link', { name: new RegExp(address) })
  await expect(door).toContainText('新搬来')
  await isAccessible(page)
  await picture(page, 'family-10-doors')
  await door.click()
  await expect(page.getByText(name)).toBeVisible()
  await picture(page, 'family-11-door')
  await page.getByRole('link', { name: '开始走访' }).click()
  await page.getByRole('button', { name: '下一步' }).click()

  await page.getByRole('textbox', { name: '记一条' }).fill('孩子五岁了，想上乡里的幼儿园，不知道要什么材料')
  await page.getByRole('radio', { name: '作为事件上报' }).check()
  await picture(page, 'family-12-notes')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('常年在家人数').fill('2')
  await picture(page, 'family-13-data')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '再加一件' }).click()
  await page.getByRole('textbox', { name: '答应什么' }).fill('周五前把幼儿园材料单送来')
  await picture(page, 'family-14-promise')
  await page.getByRole('button', { name: '下一步' }).click()
  await picture(page, 'family-15-check')
  await page.getByRole('button', { name: '交上去' }).click()
  await expect(page.getByText('没有信号，先存在手机里，有信号自动交')).toBeVisible()
  await page.goto('/field/outbox')
  await unlock(page)
  await expect(page.getByText('等信号')).toBeVisible()
  await isAccessible(page)
  await picture(page, 'family-16-outbox')
  await page.context().setOffline(false)
  await expect(page.getByText('都发出去了')).toBeVisible({ timeout: 40_000 })
}

async function readAtHome(page: Page, { address }: Family): Promise<void> {
  await page.goto('/town/')
  await expect(page.getByText('谁管我家')).toBeVisible()
  await picture(page, 'family-17-home')
  await page.goto('/town/visits')
  await expect(page.getByText('孩子五岁了，想上乡里的幼儿园，不知道要什么材料')).toBeVisible()
  await expect(page.getByText('周五前把幼儿园材料单送来')).toBeVisible()
  await isAccessible(page)
  await picture(page, 'family-18-visits')
  await page.goto('/town/door')
  await expect(page.getByText(address)).toBeVisible()
  await isAccessible(page)
  await picture(page, 'family-19-answerers')
  await page.goto('/town/me/looks')
  await expect(page.getByText('专职网格员').first()).toBeVisible()
  await picture(page, 'family-20-looks')
}

const SAID = /常年在家人数/

/** Two were written down; three live there. */
async function contest(page: Page): Promise<void> {
  await page.goto('/town/me/held')
  await picture(page, 'family-21-held')
  await page.getByRole('button').filter({ hasText: SAID }).click()
  await page.getByRole('button', { name: '这一项不对' }).click()
  await page.getByLabel(/正确的是/).fill('3')
  await page.getByLabel('为什么').fill('孩子的妈妈也常年在家')
  await picture(page, 'family-22-contest')
  await page.getByRole('button', { name: '提出异议' }).click()
  await expect(page.getByRole('button').filter({ hasText: SAID })).toContainText('有异议')
}

async function decide(page: Page, { address }: Family): Promise<void> {
  await page.goto('/console/contests')
  const row = page.getByRole('row').filter({ hasText: address })
  await row.getByRole('button').first().click()
  await page.getByRole('button', { name: '更正', exact: true }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('怎么核实的').fill('打电话问过')
  await drawer.getByLabel('给提出人的答复').fill('已按您说的改成三人')
  await picture(page, 'family-23-decide')
  await drawer.getByRole('button', { name: /更\s*正/ }).click()
  await expect(drawer).toBeHidden()
}

async function settlePromise(page: Page): Promise<void> {
  await page.goto('/field/promises')
  const promise = page.locator('.card').filter({ hasText: '周五前把幼儿园材料单送来' }).first()
  await promise.getByRole('button', { name: '办到了' }).click()
  await page.getByLabel(/办了什么/).fill('材料单送到，报上名了')
  await picture(page, 'family-24-settle')
  await page.getByRole('dialog').getByRole('button', { name: '办到了' }).click()
  await expect(page.getByText('已告诉这户人家')).toBeVisible()
}

async function hasTheLastWord(page: Page): Promise<void> {
  await page.goto('/town/me/contests')
  await expect(page.getByText('已按您说的改成三人').first()).toBeVisible()
  await picture(page, 'family-25-answered')
  await page.goto('/town/visits')
  await expect(page.getByText('材料单送到，报上名了')).toBeVisible()
  await page.getByRole('button', { name: '办到了' }).click()
  await expect(page.getByText('群众确认办到')).toBeVisible()
  await isAccessible(page)
  await picture(page, 'family-26-confirmed')
}
