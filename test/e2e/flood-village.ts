import { type Browser, expect, type Page } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import { passesAxe, signInDesk } from './desks.ts'
import { picture } from './highland.ts'
import { atDesk, onPhone } from './opening.ts'
import { signInResident, signInStaff } from './phones.ts'

/** The village of the flood story that is moved, by whom, and the order that asks for it. */
export const VILLAGE = { code: '330824106216', name: '门村', doors: 4 } as const
/** Of the generated people of the demo. */
export const who = {
  first: 'zhuguoliang',
  second: 'hehuizhen',
  room: 'wangqian3',
  head: 'wuwenjing',
  worker: 'wangyinhua2',
  resident: { name: '毛俊杰', phone: '15410009059' },
} as const
export const TITLE = '低洼易涝点今夜转移到位'

export async function pick(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByLabel(label, { exact: true }).click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click()
}

export async function addPlace(page: Page, label: string, name: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(name)
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: name }).first().click()
}

/** Listed, brought to the school, let home and brought home again; somebody comes by himself. */
export async function moveVillage(browser: Browser): Promise<void> {
  const room = await atDesk(browser)
  await signInDesk(room, who.room)
  await room.goto('/console/relief')
  await picture(room, '13-relief-empty')
  await room.getByRole('button', { name: '开安置点' }).click()
  await room.getByRole('dialog').getByLabel('名称').fill('桐村镇中心小学')
  await room.getByRole('dialog').getByLabel('地址').fill('桐村镇 1 号')
  await room.getByRole('dialog').getByLabel('床位').fill('200')
  await picture(room, '14-open-shelter')
  await room.locator('.drawer-foot').getByRole('button', { name: '开安置点' }).click()
  await expect(room.getByText('桐村镇中心小学').first()).toBeVisible()
  await room.getByRole('button', { name: '列转移名单' }).click()
  await addPlace(room, '村或网格', VILLAGE.name)
  await pick(room, '安置到', '桐村镇中心小学')
  await room.getByLabel('谁带', { exact: true }).fill('王银花')
  await room.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '王银花' }).first().click()
  await pick(room, '按哪条指令', TITLE)
  await picture(room, '15-list')
  await room.locator('.drawer-foot').getByRole('button', { name: '列转移名单' }).click()
  await expect(room.getByText('名单列好了')).toBeVisible()
  await passesAxe(room)
  await picture(room, '16-listed')
  const resident = await onPhone(browser)
  await readMove(resident)

  const worker = await onPhone(browser)
  await signInStaff(worker, who.worker)
  await worker.getByRole('link', { name: /有人等您转移或接收/ }).click()
  await isAccessible(worker)
  await picture(worker, '17-field-list')
  await sayAll(worker, '通知到了')
  await sayAll(worker, '出发了')
  await picture(worker, '18-field-moving')
  await sayAll(worker, '安置好了')
  await picture(worker, '19-field-arrived')

  await room.reload()
  await expect(room.locator('.relief-shelters')).toContainText(/在住 [1-9]/)
  await picture(room, '20-arrived')
  await room.getByRole('button', { name: '登记来人 桐村镇中心小学' }).click()
  await room.getByRole('dialog').getByLabel('姓名').fill('过路的陈师傅')
  await room.getByRole('dialog').getByLabel('从哪里来').fill('205 国道断了，车过不去')
  await passesAxe(room)
  await picture(room, '21-walk-in')
  await room.locator('.drawer-foot').getByRole('button', { name: '登记来人' }).click()
  await room.getByRole('button', { name: '自己来的人 桐村镇中心小学' }).click()
  await expect(room.getByRole('dialog')).toContainText('过路的陈师傅')
  await picture(room, '22-walk-ins')
  await room.getByRole('button', { name: '走了 过路的陈师傅' }).click()
  await room.getByLabel('到哪里去').fill('路通了，开车走了')
  await room.locator('.drawer-foot').last().getByRole('button', { name: '走了' }).click()
  await expect(room.getByText('这里没有自己来的人')).toBeVisible()
  await room.keyboard.press('Escape')

  await room.getByRole('button', { name: '允许返回' }).click()
  await room.getByRole('dialog').getByLabel('凭什么说安全了').fill('水位退到警戒以下，房屋逐户看过')
  await picture(room, '23-allow-return')
  await room.locator('.drawer-foot').getByRole('button', { name: '允许返回' }).click()
  await expect(room.getByText('已允许返回，通知已发出')).toBeVisible()
  await resident.goto('/town/relief/move')
  await expect(resident.getByText('已经安全，可以回家了')).toBeVisible()
  await picture(resident, '23a-may-go-home')
  await worker.reload()
  await sayAll(worker, '到家了')
  await picture(worker, '24-field-home')
  await room.reload()
  await room.getByRole('button', { name: '关闭 桐村镇中心小学' }).click()
  await room.getByRole('dialog').getByLabel('为什么关').fill('人员全部返回')
  await room.locator('.drawer-foot').getByRole('button', { name: '关闭' }).click()
  await expect(room.getByText('安置点关了')).toBeVisible()
  await picture(room, '25-closed')
  await Promise.all([room, worker, resident].map((one) => one.context().close()))
}

/** Who lives there reads where to go and who comes, from the first screen on. */
async function readMove(page: Page): Promise<void> {
  await signInResident(page, who.resident.phone, who.resident.name)
  await page.goto('/town/')
  const entry = page.getByRole('link', { name: /您家需要转移/ })
  await expect(entry).toBeVisible()
  await picture(page, '16a-town-first')
  await entry.click()
  await expect(page.getByRole('heading', { name: '桐村镇中心小学' })).toBeVisible()
  await expect(page.getByText('王银花')).toBeVisible()
  await isAccessible(page)
  await picture(page, '16b-move')
}

/** One tap a door: each has two people or more behind it. */
async function sayAll(page: Page, act: string): Promise<void> {
  const doors = page.getByRole('button', { name: new RegExp(`：${act}$`) })
  for (let left: number = VILLAGE.doors; left > 0; left--) {
    await expect(doors).toHaveCount(left)
    await doors.first().click()
  }
  await expect(doors).toHaveCount(0)
}
