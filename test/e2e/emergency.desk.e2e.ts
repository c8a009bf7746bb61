import { type Browser, expect, type Page, test } from '@playwright/test'
import { DAY_MS, dayOf, HOUR_MS, instant, systemClock } from '#kernel/clock.ts'
import { isAccessible } from './accessible.ts'
import { faultsOf, passesAxe, signInDesk } from './desks.ts'
import { newId, send } from './highland.ts'
import { atDesk, everyScreen, onPhone } from './opening.ts'
import { signInStaff } from './phones.ts'

/** The screens of the command, in the ordinary times that the other tests live in. */
const SCREENS = [
  '/emergency',
  '/emergency/playbooks',
  '/emergency/playbooks?code=public_health&level=I',
  '/emergency/declare',
]

everyScreen('emergency', { zhuguoliang: SCREENS })

test('a drill is proposed, confirmed by a second person, seen in every face, reported on, and over', async ({
  browser,
  page,
}) => {
  test.setTimeout(360_000)
  await signInDesk(page, 'chenlixin')
  await propose(page)
  const address = page.url()
  await expect(page.getByRole('button', { name: '确认', exact: true })).toHaveCount(0)

  const second = await atDesk(browser)
  await signInDesk(second, 'maoxuefen')
  await second.goto(address)
  await second.getByRole('button', { name: '确认生效' }).click()
  await second.getByRole('dialog').getByRole('button', { name: '确认生效' }).click()
  await expect(second.getByText('已生效')).toBeVisible()
  await expect(band(second)).toContainText('演练')
  await passesAxe(second)

  const worker = await onPhone(browser)
  await signInStaff(worker, 'chenlixin')
  await expect(band(worker)).toContainText('华墅乡')
  await isAccessible(worker)
  await band(worker).getByRole('link').click()
  await expect(worker.getByRole('heading', { name: '应急响应' })).toBeVisible()
  await isAccessible(worker)

  const resident = await onPhone(browser)
  await resident.goto('/town/')
  await expect(band(resident)).toBeVisible()
  await isAccessible(resident)
  await resident.goto('/town/emergency')
  await expect(resident.getByText('华墅乡').first()).toBeVisible()

  await commandRoom(page, second)
  await report(second, address)
  await over(second, address)
  await expect(async () => {
    await worker.goto('/field/emergency')
    await expect(band(worker)).toHaveCount(0, { timeout: 2000 })
  }).toPass()
})

/** The room of a drill is a tap away from the ordinary overview; what is said elsewhere stands in it within two seconds. */
async function commandRoom(page: Page, room: Page): Promise<void> {
  const place = '330802212'
  await room.goto('/console/')
  await expect(room.getByRole('heading', { name: '指挥中心' })).toBeVisible()
  await room.getByRole('button', { name: '指挥室' }).click()
  await room.goto(`${room.url()}&place=${place}`)
  await expect(room.getByRole('heading', { name: '指挥室' })).toBeVisible()
  await expect(fact(room, '指令应答')).toContainText('还没有下发指令')

  const order = newId()
  await send(page, 'orders.draft', { id: order, ...ORDER, dueAt: instant(systemClock.now() + 3 * HOUR_MS) })
  await send(page, 'orders.issue', { id: order })
  const answers = fact(room, '指令应答')
  await expect(answers).toContainText('0 / 应到', LIVE)
  const asked = await page.request.get(`/api/orders.recipients?id=${order}`)
  const [one] = ((await asked.json()) as { rows: { who: string }[] }).rows
  const said = { id: newId(), order, who: one?.who, state: 'understood', note: '电话里说马上出门' }
  await send(page, 'orders.noteCall', said)
  await expect(answers).toContainText('1 / 应到', LIVE)
  await expect(room.getByRole('region', { name: '在执行的指令' })).toContainText('演练：低洼户转移')

  const shelter = { id: newId(), place, name: '华墅乡演练安置点', address: '华墅村 1 号', beds: 55 }
  await send(page, 'relief.openShelter', shelter)
  await expect(fact(room, '空床')).toContainText('55 / 1 处安置点', LIVE)
  await passesAxe(room)
  await room.getByRole('button', { name: '看表格' }).click()
  await expect(room.getByRole('table', { name: '安置点与值守点' })).toContainText('华墅乡演练安置点')
  await passesAxe(room)
  await room.getByRole('button', { name: 'English' }).click()
  await expect(room.getByRole('heading', { name: 'Command room' })).toBeVisible()
  await passesAxe(room)
  expect(await room.evaluate(() => document.querySelector('.rail')?.scrollHeight ?? 0)).toBeLessThanOrEqual(900)
  await room.getByRole('button', { name: '中文' }).click()

  // Whom nobody has heard of is a link away, with the number to call.
  await answers.getByRole('link').click()
  await expect(room.getByRole('button', { name: '打开电话单' })).toBeVisible()
}

const LIVE = { timeout: 4000 }
const ORDER = {
  kind: 'task',
  title: '演练：低洼户转移',
  text: '演练：逐户通知低洼农户转移。',
  purpose: 'disaster_ready',
  basis: '《突发事件应对法》第二十八条',
  mark: '防汛演练',
  doneWhen: '低洼户全部通知到',
  minutes: 5,
  audience: { within: ['330802212'], roles: ['township_room', 'village_cadre'] },
}
const fact = (page: Page, name: string) =>
  page.locator('.fact').filter({ has: page.getByRole('heading', { name, exact: true }) })

const band = (page: Page) => page.getByRole('complementary', { name: '应急状态' })

async function propose(page: Page): Promise<void> {
  await page.goto('/console/emergency')
  await page.getByRole('link', { name: '启动应急响应' }).click()
  await pick(page, '预案', '防汛应急预案')
  await pick(page, '响应级别', /Ⅲ级/)
  await page.getByLabel('范围').fill('华墅乡')
  await page.locator('.ant-select-item-option', { hasText: '华墅乡' }).first().click()
  await page.getByLabel('理由').fill('汛期前演练：上游暴雨，低洼农户转移')
  await page.getByRole('checkbox', { name: /演练/ }).check()
  await expect(page.getByText('将告知')).toBeVisible()
  await passesAxe(page)
  await page.getByRole('button', { name: '提出，请第二人确认' }).click()
  await expect(page).toHaveURL(/\/emergency\/[0-9a-f-]{36}$/)
  await expect(page.getByText('待第二人确认').first()).toBeVisible()
  await passesAxe(page)
}

async function pick(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByLabel(label, { exact: true }).click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click()
}

/** A village tells and fixes its figures; the township does not wait for the others and says why. */
async function report(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/reports`)
  const below = page.getByRole('region', { name: '下级' })
  await below.getByRole('link').first().click()
  await expect(page).toHaveURL(/place=/)
  await page.getByLabel('应转移（人）').fill('12')
  await page.getByRole('button', { name: '填报' }).click()
  await page.getByRole('button', { name: '核定' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '核定' }).click()
  await expect(page.locator('.situation-own')).toContainText('已核定')
  await passesAxe(page)
}

async function over(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: '宣布解除' }).click()
  await page.getByRole('dialog').getByLabel('理由').fill('演练科目全部完成')
  await page.getByRole('dialog').getByRole('button', { name: '宣布解除' }).click()
  await expect(page.getByRole('button', { name: '宣布解除' })).toHaveCount(0)
  await page.goto(`${address}/kept`)
  await passesAxe(page)
}

test('whoever likes reads in town how the data of a drill were destroyed, and sees it recounted', async ({
  browser,
}) => {
  const page = await onPhone(browser)
  await page.goto('/town/emergency')
  await page.getByRole('link', { name: /数据销毁证明 26-D01/ }).click()
  await expect(page.getByRole('article')).toContainText('与证明一致')
  await expect(page.getByRole('article')).toContainText('衢州市审计局')
  await isAccessible(page)
})

test('a level of a playbook is revised part by part; the new version stands there, with what is different', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await signInDesk(page, 'zhuguoliang')
  const faults = faultsOf(page)
  await page.goto('/console/emergency/playbooks?code=snow&level=II')
  await page.getByRole('link', { name: '修订这一级' }).click()
  const different = page.locator('.revise-difference')
  await expect(different).toContainText('和它一样')
  await passesAxe(page)

  // Nothing is saved without a reason, and nothing that was typed is lost over it.
  const hours = String(180 + Math.floor(Math.random() * 100))
  await page.getByRole('spinbutton', { name: '改成 2' }).fill(hours)
  await page.getByRole('button', { name: '加一条规则' }).click()
  await pick(page, '规则 6', '一件事最多退几次')
  await page.getByLabel('为什么 6').fill('雪天少折腾 | Fewer ways round in snow')
  await page.getByRole('button', { name: '删去岗位 1' }).click()
  await page.getByRole('button', { name: '加一项数' }).click()
  await page
    .getByRole('textbox', { name: /^填报项 / })
    .last()
    .fill('融雪剂')
  await page
    .getByLabel(/^单位 /)
    .last()
    .fill('吨')
  await page.getByRole('button', { name: '存为新版' }).click()
  await expect(page.locator('.revise-form .ant-form-item-explain-error').first()).toBeVisible()
  await expect(different).toContainText(`群众确认期限（小时）：${hours}`)
  await expect(different).toContainText('一件事最多退几次：2（雪天少折腾）')
  await expect(different).toContainText('融雪剂（吨）')

  await page.getByRole('textbox', { name: '为什么修订' }).fill('按今年雨雪冰冻预案修订')
  await page.getByRole('button', { name: '存为新版' }).click()
  await expect(page).toHaveURL(/version=\d+/)
  const version = new URL(page.url()).searchParams.get('version')
  const shown = page.locator('.playbook')
  await expect(shown).toContainText(`第 ${version} 版`)
  await expect(shown).toContainText(hours)
  await expect(shown.getByText('雪天少折腾').first()).toBeVisible()
  await expect(shown).toContainText(`与第 ${Number(version) - 1} 版的不同`)
  await passesAxe(page)
  // Also for whoever comes anew.
  await page.reload()
  await expect(shown).toContainText(hours)
  expect(faults).toEqual([])
})

/** 上方镇 of 衢江区, where nobody else of the tests plays; the mildest level, so that no other band gives way to it. */
const TOWN = '330803100'
const command = { first: 'shuxuewen', second: 'lisuzhen', room: 'yeshuigen' } as const

test('after its end single items are looked through and kept, each with its assessment', async ({ browser, page }) => {
  test.setTimeout(180_000)
  await signInDesk(page, command.first)
  const faults = faultsOf(page)
  const id = await inEarnest(browser, page)
  try {
    const room = await atDesk(browser)
    await signInDesk(room, command.room)
    const school = { name: '上方镇中心小学', address: '上方村 8 号', beds: 30 }
    await send(room, 'relief.openShelter', { id: newId(), place: TOWN, ...school })
    await page.goto(`/console/emergency/${id}/kept`)
    await expect(page.getByText('响应还在进行')).toBeVisible()
    await passesAxe(page)

    await send(page, 'emergency.end', { id, decision: newId(), ...SAID })
    // From now on only they read it who assess it.
    await page.goto(`/console/emergency/${id}/kept`)
    await page.getByRole('button', { name: '逐条看 安置点' }).click()
    const rows = page.getByRole('table', { name: '安置点：选要留存的条目' })
    await expect(rows).toContainText('上方镇中心小学 · 上方村 8 号')
    await page.getByRole('searchbox').fill('没有这个名字')
    await expect(page.getByText('没有找到')).toBeVisible()
    await page.getByRole('searchbox').fill('中心小学')
    await passesAxe(page)
    await rows.getByRole('button', { name: /评估留存/ }).click()
    await keepIt(page)
    await expect(page.getByRole('table', { name: '评估留存的条目' })).toContainText('事故调查要核对开放时间')
    await expect(rows).toContainText('留存')
    await passesAxe(page)
    expect(faults).toEqual([])
  } finally {
    await send(page, 'emergency.end', { id, decision: newId(), ...SAID }).catch(() => undefined)
    await send(page, 'emergency.destroy', { id, reason: '测试完毕' })
  }
})

const SAID = { legalBasis: '《突发事件应对法》第八十六条', reason: '险情解除，恢复正常秩序' }

async function inEarnest(browser: Browser, page: Page): Promise<string> {
  const [id, decision] = [newId(), newId()]
  const plan = { playbook: 'forest_fire', level: 'IV', area: [TOWN], hours: 24, reviewHours: 12 }
  await send(page, 'emergency.declare', { id, decision, ...plan, ...SAID, reason: '山火逼近，疏散沿线农户' })
  const second = await atDesk(browser)
  await signInDesk(second, command.second)
  await send(second, 'emergency.confirm', { decision })
  return id
}

async function keepIt(page: Page): Promise<void> {
  const drawer = page.getByRole('dialog')
  await expect(drawer).toContainText('上方镇中心小学')
  await drawer.getByLabel('合法性：依哪条法律可以留').fill('《突发事件应对法》第八十五条')
  await drawer.getByLabel('必要性：为什么不能少').fill('事故调查要核对开放时间')
  await drawer.getByLabel('安全性：谁能看、怎么保护').fill('调查组两人，加密保存')
  await drawer.getByLabel('留到').fill(dayOf(systemClock.now() + 30 * DAY_MS))
  await drawer.getByRole('button', { name: '评估留存' }).click()
  await expect(page.getByText('已留存')).toBeVisible()
}
