import { expect, type Locator, type Page, test } from '@playwright/test'
import { dayNumber, systemClock } from '#kernel/clock.ts'
import { isAccessible } from './accessible.ts'
import { passesAxe, settled, signInDesk } from './desks.ts'
import { HIGHLAND, highland, newcomers, newId, offices, picture, send } from './highland.ts'
import { atDesk, onPhone, takeAlong } from './opening.ts'
import { unlock } from './phones-offline.ts'
import { signInResident, signInStaff } from './phones.ts'

type Family = ReturnType<typeof newcomers>
/** Told apart from what an earlier run found. */
const MATTER = `竹坞山塘坝脚渗水 ${crypto.randomUUID().slice(0, 4)}`
const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

/** No meeting takes anybody away; a team goes down, a secretary to the doors, and what they find has an owner and an answer. */
test('a Tuesday in Longyou', async ({ page, browser }) => {
  test.setTimeout(300_000)
  const family = newcomers('郑')
  const [county, officer] = [await atDesk(browser), await atDesk(browser)]
  const [home, secretary] = [await onPhone(browser), await onPhone(browser)]

  await keepFree(county)
  await signInDesk(page, offices.room)
  await meetingRefused(page)
  await teamGoesDown(page)

  await signInStaff(secretary, highland.leiGenfa.login)
  await livesUpThere(secretary, family)
  await signInResident(home, family.phone, family.name)
  await askForVisit(home)
  await visitOffline(secretary, family)

  await noteProblem(page)
  await signInDesk(officer, offices.water)
  await answerProblem(officer)
  await judge(page)
  await readAtHome(home)
})

/** The county's free day is the day on which this runs: a Tuesday by whatever name. */
async function keepFree(page: Page): Promise<void> {
  await signInDesk(page, offices.county)
  await page.goto('/console/tuesday')
  await page.getByRole('button', { name: '定无会日' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('星期几').click()
  const today = WEEKDAYS[(dayNumber(systemClock.now()) + 3) % 7] ?? ''
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: today }).click()
  await picture(page, 'tuesday-01-rule')
  await drawer.getByRole('button', { name: '定无会日' }).click()
  await expect(drawer).toBeHidden()
}

async function meetingRefused(page: Page): Promise<void> {
  await page.goto('/console/tuesday')
  await settled(page)
  await picture(page, 'tuesday-02-calendar')
  await page.getByRole('button', { name: '发会议邀请' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('会议名称').fill('半年总结会')
  await drawer.getByLabel('地点').fill('乡政府三楼')
  await choose(page, drawer.getByLabel('请谁参加'), highland.leiGenfa.name)
  await drawer.getByRole('button', { name: '发会议邀请' }).click()
  await expect(drawer.getByText('这一天是无会日，干部要到村里去')).toBeVisible()
  await expect(drawer.getByText(/干部下村入户/).first()).toBeVisible()
  await passesAxe(page)
  await picture(page, 'tuesday-03-refused')
  await drawer.getByRole('button', { name: /取\s*消/ }).click()
}

async function teamGoesDown(page: Page): Promise<void> {
  await page.getByRole('button', { name: '排一队下村' }).click()
  const drawer = page.getByRole('dialog')
  await choose(page, drawer.getByLabel('村（社区）'), '浙源里村')
  await choose(page, drawer.getByLabel('谁去'), highland.leiGenfa.name)
  await choose(page, drawer.getByLabel('谁去'), '方梅香')
  await drawer.getByLabel('去做什么').fill('看山塘、听意见')
  await picture(page, 'tuesday-04-team')
  await drawer.getByRole('button', { name: '排一队下村' }).click()
  await expect(page.getByRole('table', { name: /下村名单/ })).toContainText('方梅香')
  await passesAxe(page)
  await picture(page, 'tuesday-05-roster')
}

/** Types into a field with a list and takes what fits first. */
async function choose(page: Page, field: Locator, words: string): Promise<void> {
  await field.click()
  await field.fill(words)
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: words }).first().click()
  await page.keyboard.press('Escape')
}

async function livesUpThere(page: Page, { name, phone, address }: Family): Promise<void> {
  const [dwelling, day] = [newId(), '2026-01-10']
  await send(page, 'homes.addDwelling', { id: dwelling, place: HIGHLAND.grid, address, kind: 'house', day })
  const resident = { id: newId(), name, phone, sex: 'male', born: '1968-02-14' }
  const members = [{ id: newId(), relation: 'head', residence: 'own', resident }]
  await send(page, 'homes.moveIn', { household: newId(), dwelling, members, day })
}

async function askForVisit(page: Page): Promise<void> {
  await page.goto('/town/visits')
  await picture(page, 'tuesday-06-nobody-yet')
  await page.getByRole('button', { name: '请人上门' }).click()
  await page.getByLabel('想说什么事').fill('屋前的山塘好像在漏水，想请人看看')
  await page.getByRole('dialog').getByRole('button', { name: '请人上门' }).click()
  await expect(page.getByText('等人上门')).toBeVisible()
  await isAccessible(page)
  await picture(page, 'tuesday-07-asked')
}

async function visitOffline(page: Page, { address }: Family): Promise<void> {
  await takeAlong(page)
  await page.goto('/field/doors')
  await expect(page.getByText('今天是无会日，到门口去。')).toBeVisible()
  await expect(page.getByRole('link', { name: new RegExp(address) })).toContainText('请我们上门')
  await isAccessible(page)
  await picture(page, 'tuesday-08-doors')
  await page.getByRole('link', { name: new RegExp(address) }).click()
  await expect(page.getByText('屋前的山塘好像在漏水')).toBeVisible()
  await picture(page, 'tuesday-09-door')
  await page.context().setOffline(true)
  await page.getByRole('link', { name: '开始走访' }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('textbox', { name: '记一条' }).fill('山塘漏水，下面几户人家担心')
  await page.getByRole('radio', { name: '作为事件上报' }).check()
  await picture(page, 'tuesday-10-notes')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '再加一件' }).click()
  await page.getByRole('textbox', { name: '答应什么' }).fill('下周二带水利局的人来看山塘')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '交上去' }).click()
  await expect(page.getByText('没有信号，先存在手机里，有信号自动交')).toBeVisible()
  // The battery dies before there is a signal.
  await page.goto('/field/outbox')
  await unlock(page)
  await expect(page.getByText('等信号')).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText('都发出去了')).toBeVisible({ timeout: 40_000 })
}

async function noteProblem(page: Page): Promise<void> {
  await page.getByRole('button', { name: '记一个问题' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('问题').fill(MATTER)
  await choose(page, drawer.getByLabel('在哪里'), '浙源里村')
  await choose(page, drawer.getByLabel('谁负责'), '方梅香')
  await picture(page, 'tuesday-11-problem')
  await drawer.getByRole('button', { name: '记一个问题' }).click()
  await expect(row(page)).toContainText('等答复')
}

const row = (page: Page): Locator => page.getByRole('row').filter({ hasText: MATTER })

async function answerProblem(page: Page): Promise<void> {
  await page.goto('/console/tuesday')
  await row(page).getByRole('button', { name: '答复' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('做了什么').fill('已放低水位，周四起灌浆')
  await picture(page, 'tuesday-12-answer')
  await drawer.getByRole('button', { name: /答\s*复/ }).click()
  await expect(row(page)).toContainText('已答复，等核实')
  await expect(row(page).getByRole('button', { name: '解决了' })).toHaveCount(0)
}

async function judge(page: Page): Promise<void> {
  await page.reload()
  await expect(row(page)).toContainText('已放低水位，周四起灌浆')
  await row(page).getByRole('button', { name: '解决了' }).click()
  await expect(row(page)).toContainText('解决了')
  await passesAxe(page)
  await picture(page, 'tuesday-13-solved')
  await page.goto('/console/visits')
  await expect(page.getByRole('table', { name: '还没了结的承诺' })).toContainText('下周二带水利局的人来看山塘')
  await picture(page, 'tuesday-14-promises')
}

async function readAtHome(page: Page): Promise<void> {
  await page.goto('/town/visits')
  await expect(page.getByText('山塘漏水，下面几户人家担心')).toBeVisible()
  await expect(page.getByText('下周二带水利局的人来看山塘')).toBeVisible()
  await expect(page.getByText('等人上门')).toHaveCount(0)
  await isAccessible(page)
  await picture(page, 'tuesday-15-home')
}
