import { expect, type Page, test } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import { faultsOf, passesAxe, signInDesk } from './desks.ts'
import { picture } from './highland.ts'
import { atDesk, endDrill, everyScreen, onPhone, startDrill } from './opening.ts'
import { signInResident, signInStaff } from './phones.ts'

/** 四都镇 of 江山市, where nobody else of the tests plays; its people are of the generated ones of the demo. */
const PLACE = { township: '330881102', village: '双溪村' } as const
const who = { county: 'zhujianjun', second: 'chenwenlong', room: 'jili', worker: 'jianglei3' } as const
/** Head of the first house of the village. */
const HEAD = { name: '夏琴', phone: '15405706875', door: '双溪村杨家1号' } as const

everyScreen('sweeps and directed checks while they are closed', {
  [who.room]: ['/relief/sweeps', '/relief/checks'],
})

test('every door of a village, and a list of people that goes out with a second signature', async ({
  browser,
  page,
}) => {
  test.setTimeout(420_000)
  const drill = await startDrill(browser, page, {
    playbook: 'public_health',
    level: 'II',
    area: PLACE.township,
    first: who.county,
    second: who.second,
  })
  const faults = faultsOf(page)
  page.setDefaultTimeout(20_000)
  try {
    const room = await atDesk(browser)
    await signInDesk(room, who.room)
    const told = faultsOf(room)
    await startSweep(room)
    const worker = await onPhone(browser)
    await signInStaff(worker, who.worker)
    await knockAtDoors(worker)
    await helpAndRest(room)
    const resident = await onPhone(browser)
    for (const one of [room, worker, resident]) one.setDefaultTimeout(20_000)
    await signInResident(resident, HEAD.phone)
    await readOwnDoor(resident)
    await layList(room)
    await nothingIsOut(worker, resident)
    await signList(page)
    await answerAtDoor(worker)
    await sayItIsWrong(resident)
    await decideDispute(page)
    await endList(room)
    await readEnded(resident)
    expect([...faults, ...told.filter((one) => !REFUSED.test(one))]).toEqual([])
  } finally {
    await endDrill(page, drill)
  }
})

/** A day after the end of the drill is refused, which the browser notes too. */
const REFUSED = /400 .*relief\.startCheck$|status of 400/

const drawer = (page: Page) => page.getByRole('dialog')
async function search(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(text)
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: text }).first().click()
}

async function startSweep(room: Page): Promise<void> {
  await room.goto('/console/relief/sweeps')
  await room.getByRole('button', { name: '发起清楼' }).click()
  await search(room, '哪片地方', PLACE.village)
  await drawer(room).getByRole('button', { name: '发起清楼' }).click()
  await expect(drawer(room).getByText('必填')).toBeVisible()
  await room.getByLabel('名称').fill('发热逐户排摸')
  await room.getByLabel('到门口问什么、说什么').fill('问体温，问家里缺什么')
  await passesAxe(room)
  await drawer(room).getByRole('button', { name: '发起清楼' }).click()
  await expect(room.getByText('名单列好了，手机上已经能看到')).toBeVisible()
  await expect(room.getByRole('heading', { name: '发热逐户排摸' })).toBeVisible()
  await passesAxe(room)
  await picture(room, 'sweep-started')
}

/** A tap for what is usual; a sheet for what is not; and one without a network. */
async function knockAtDoors(worker: Page): Promise<void> {
  await worker.getByRole('link', { name: /户要上门/ }).click()
  await expect(worker.getByText('问体温，问家里缺什么')).toBeVisible()
  await isAccessible(worker)
  await worker.getByRole('button', { name: `其他、要帮助 ${HEAD.door}`, exact: true }).click()
  const sheet = drawer(worker)
  await sheet.getByRole('radio', { name: '不愿开门' }).check()
  await sheet.getByRole('button', { name: '记下' }).click()
  await expect(sheet.getByText('不愿开门的，请写明情况')).toBeVisible()
  await isAccessible(worker)
  await sheet.getByRole('radio', { name: '已见到' }).check()
  await sheet.getByRole('checkbox', { name: '药品' }).check()
  await sheet.getByLabel('说明').fill('降压药只够两天')
  await sheet.getByRole('button', { name: '记下' }).click()
  await expect(worker.getByText('记下了')).toBeVisible()
  await expect(worker.getByRole('heading', { name: HEAD.door, exact: true })).toHaveCount(0)
  await worker
    .getByRole('button', { name: /^家里没人/ })
    .first()
    .click()
  await expect(worker.getByText(/家中无人/).first()).toBeVisible()
  await worker.context().setOffline(true)
  const met = worker.getByRole('button', { name: /^见到了/ })
  const left = await met.count()
  await met.last().click()
  await expect(worker.getByText('先记在手机里，有网络自动发出')).toBeVisible()
  await worker.context().setOffline(false)
  await expect(async () => {
    await worker.reload()
    await expect(worker.getByRole('button', { name: '走到了 2' })).toBeVisible({ timeout: 3000 })
  }).toPass({ timeout: 60_000 })
  expect(left).toBeGreaterThan(1)
  await worker.getByRole('button', { name: /^等帮助/ }).click()
  await expect(worker.getByText('要：药品')).toBeVisible()
  await isAccessible(worker)
  await picture(worker, 'sweep-phone')
}

async function helpAndRest(room: Page): Promise<void> {
  await room.reload()
  await expect(room.getByRole('region', { name: '清楼进度' })).toContainText(/已走到2 \//)
  await room.getByRole('button', { name: /^还没见到/ }).click()
  await expect(room.getByRole('row', { name: /家中无人/ })).toHaveCount(1)
  await passesAxe(room)
  await room.getByRole('button', { name: '要帮助 1' }).click()
  await expect(room.getByText('降压药只够两天')).toBeVisible()
  await room.getByRole('button', { name: `帮助已办 ${HEAD.door}` }).click()
  await room.getByLabel('办了什么').fill('降压药两盒，姜磊下午送到')
  await passesAxe(room)
  await drawer(room).getByRole('button', { name: '记结果' }).click()
  await expect(room.getByText('已办：降压药两盒，姜磊下午送到')).toBeVisible()
  await picture(room, 'sweep-help')
}

async function readOwnDoor(resident: Page): Promise<void> {
  await resident.goto('/town/')
  await resident.getByRole('link', { name: /有人为“发热逐户排摸”来过您家/ }).click()
  await expect(resident.getByText('降压药两盒，姜磊下午送到')).toBeVisible()
  await isAccessible(resident)
  await picture(resident, 'sweep-town')
}

const LINES = [
  '姓名\t手机号\t原因\t依据',
  `${HEAD.name}\t${HEAD.phone}\t密切接触\t11月20日 G7315 次 8 车`,
  '储户甲\t13800000001\t维权人员\t维权名单',
  '储户乙\t13800000002\t密切接触\t打开过转来的健康码',
].join('\n')

/** What is refused says why and what to do, and stays to be mended. */
async function layList(room: Page): Promise<void> {
  await room.goto('/console/relief/checks')
  await room.getByRole('link', { name: '提出名单' }).click()
  await room.getByLabel('粘贴名单').fill(LINES)
  await room.getByRole('button', { name: '放进名单' }).click()
  await expect(room.getByRole('row', { name: /储户甲|原因不在这一类里/ })).toContainText('没有合适的，这个人就不能列')
  await passesAxe(room)
  await room.getByRole('button', { name: '提出，请第二人签字' }).click()
  await expect(room.getByText('必填').first()).toBeVisible()
  await room.getByLabel('名单名称').fill('G7315 次列车密接排查')
  await search(room, '来源单位', '江山市卫生健康局')
  await room.getByLabel('来文编号').fill('江疾控函〔2026〕31号')
  await room.getByLabel('用来做什么').fill('请本人做一次检测')
  await room.getByLabel('法律依据').fill('《传染病防治法》第三十九条')
  await room.getByRole('button', { name: '14 天' }).click()
  await room.getByRole('button', { name: '提出，请第二人签字' }).click()
  await expect(room.locator('.ant-form-item-explain-error')).toHaveText('不能晚于这次开放的期限')
  await room.getByRole('button', { name: '4 小时' }).click()
  await room.getByRole('button', { name: '提出，请第二人签字' }).click()
  await expect(room.getByText('1 条收下了，1 条没有收')).toBeVisible()
  await expect(room.getByText('没有这个姓名和手机号的人')).toBeVisible()
  await expect(room.getByLabel('1 姓名')).toHaveValue('储户甲')
  await expect(room.getByLabel('2 姓名')).toHaveValue('储户乙')
  await passesAxe(room)
  await picture(room, 'check-refused')
  await room.getByRole('link', { name: '去看名单' }).click()
  await expect(room.getByText('您提出的，要由另一位有权的人签字')).toBeVisible()
  await expect(room.getByRole('button', { name: '签字下发' })).toHaveCount(0)
  await passesAxe(room)
  await picture(room, 'check-proposed')
}

async function nothingIsOut(worker: Page, resident: Page): Promise<void> {
  await worker.goto('/field/relief/checks')
  await expect(worker.getByText('现在没有要您上门核实的人。')).toBeVisible()
  await resident.goto('/town/relief/lists')
  await expect(resident.getByText('您现在不在任何排查名单里。')).toBeVisible()
  await isAccessible(resident)
}

async function signList(county: Page): Promise<void> {
  await county.goto(`/console/relief/checks?place=${PLACE.township}`)
  await county.getByRole('button', { name: '签字下发' }).click()
  await expect(drawer(county).getByText('下发到 1 个网格')).toBeVisible()
  await drawer(county).getByRole('button', { name: '签字下发' }).click()
  await expect(drawer(county).getByText('请先看过再签字')).toBeVisible()
  await passesAxe(county)
  await picture(county, 'check-sign')
  await drawer(county).getByRole('checkbox', { name: '我看过每一条的原因和依据' }).check()
  await drawer(county).getByRole('button', { name: '签字下发' }).click()
  await expect(county.getByText('签字了，已下发，已告知本人')).toBeVisible()
  await expect(county.locator('.check-head')).toContainText('祝建军（指挥中心 主任）')
}

async function answerAtDoor(worker: Page): Promise<void> {
  await worker.goto('/field/')
  await worker.getByRole('link', { name: /人要上门核实/ }).click()
  await expect(worker.getByText(/到期，名单自动销毁/)).toBeVisible()
  await isAccessible(worker)
  await worker.getByRole('button', { name: `核实了 ${HEAD.name}` }).click()
  await worker.getByRole('button', { name: '有结果 1' }).click()
  await expect(worker.getByText('已核实')).toBeVisible()
  await picture(worker, 'check-phone')
}

async function sayItIsWrong(resident: Page): Promise<void> {
  await resident.goto('/town/')
  await resident.getByRole('link', { name: /您在排查名单里/ }).click()
  await expect(resident.getByText('江疾控函〔2026〕31号')).toBeVisible()
  await resident.getByRole('button', { name: '我提出有误' }).click()
  await drawer(resident).getByRole('button', { name: '提出', exact: true }).click()
  await expect(resident.getByText('请写明哪里不对')).toBeVisible()
  await isAccessible(resident)
  await resident.getByLabel('哪里不对').fill('那天我在家')
  await drawer(resident).getByRole('button', { name: '提出', exact: true }).click()
  await expect(resident.getByText('您提出：那天我在家')).toBeVisible()
  await picture(resident, 'check-town')
}

async function decideDispute(county: Page): Promise<void> {
  await county.reload()
  await county.getByRole('button', { name: /^本人有异议 1/ }).click()
  await expect(county.getByText('本人提出有误：那天我在家')).toBeVisible()
  await passesAxe(county)
}

async function endList(room: Page): Promise<void> {
  await room.goto('/console/relief/checks')
  await room.getByRole('button', { name: '撤销名单' }).click()
  await room.getByLabel('为什么不需要了').fill('检测都是阴性')
  await drawer(room).getByRole('button', { name: '撤销名单' }).click()
  await expect(async () => {
    await room.reload()
    await expect(room.getByText(/^校验值/).first()).toBeVisible({ timeout: 3000 })
  }).toPass({ timeout: 120_000 })
  await passesAxe(room)
  await picture(room, 'check-ended')
}

async function readEnded(resident: Page): Promise<void> {
  await resident.reload()
  await expect(resident.getByText('您现在不在任何排查名单里。')).toBeVisible()
  await expect(resident.getByText('G7315 次列车密接排查')).toBeVisible()
  await isAccessible(resident)
  await picture(resident, 'check-over')
}
