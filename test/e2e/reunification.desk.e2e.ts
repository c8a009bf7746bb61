import { type Browser, expect, type Page, test } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import { faultsOf, passesAxe, signInDesk } from './desks.ts'
import { newcomers, newId, picture, send } from './highland.ts'
import { atDesk, choose, dialog, endDrill, onPhone, startDrill } from './opening.ts'
import { signInResident, signInStaff } from './phones.ts'

/** 浮石街道 of 衢江区, where nobody else of the tests plays; its people are of the generated ones of the demo. */
const PLACE = { township: '330803002', village: '330803002200', name: '塔石塘村' } as const
const who = { county: 'shuxuewen', second: 'maolei', officer: 'zhusiqi', admin: 'wukai' } as const
const [COMMANDER, DEPARTMENT] = ['舒学文', '衢江区经济和信息化局']
const at = (tool: 'seeks' | 'firms'): string => `/console/relief/${tool}?place=${PLACE.township}`

test('a mother who was lost is found, and a firm that stood still works again', async ({ browser, page }) => {
  test.setTimeout(420_000)
  const drill = await startDrill(browser, page, {
    playbook: 'public_health',
    level: 'II',
    area: PLACE.township,
    first: who.county,
    second: who.second,
  })
  const faults = faultsOf(page)
  const son = newcomers('徐')
  try {
    const resident = await onPhone(browser)
    await signInResident(resident, son.phone)
    await lookFor(resident)
    await bringTogether(page)
    await whomToTurnTo(resident)
    const worker = await onPhone(browser)
    await signInStaff(worker, who.officer)
    await firms(browser, page, worker)
    expect(faults).toEqual([])
  } finally {
    await endDrill(page, drill)
  }
})

async function lookFor(resident: Page): Promise<void> {
  await resident.goto('/town/relief/seeks')
  await resident.getByRole('link', { name: '登记' }).click()
  await resident.getByRole('button', { name: '登记' }).click()
  await expect(resident.getByText('请写一下，越具体越好')).toBeVisible()
  await isAccessible(resident)
  await resident.getByLabel('姓名').fill('叶秀英')
  await resident.getByRole('radio', { name: '女', exact: true }).check()
  await resident.getByLabel('大约几岁').fill('76')
  await resident.getByLabel('长相、衣着、在哪里失散').fill('我母亲，穿蓝布衫')
  await resident.getByRole('searchbox').fill(PLACE.name)
  await resident.getByRole('button', { name: `${PLACE.name} 衢江区 · 浮石街道`, exact: true }).click()
  await resident.getByRole('button', { name: /说不准/ }).click()
  await resident.getByRole('button', { name: '登记' }).click()
  await expect(resident.getByText('正在比对')).toBeVisible()
  await isAccessible(resident)
}

/** A person decides, with the reasons in sight. */
async function bringTogether(page: Page): Promise<void> {
  await page.goto(at('seeks'))
  await page.getByRole('button', { name: '登记', exact: true }).click()
  const form = dialog(page)
  await form.getByText('找到的人', { exact: true }).click()
  await form.getByText('女', { exact: true }).click()
  await form.getByLabel('大约几岁').fill('74')
  await form.getByLabel('长相、衣着、随身的东西').fill('老人说不清住哪里')
  await form.getByLabel('姓名', { exact: true }).last().fill('余好心')
  await form.getByLabel('手机号').fill('15498000001')
  await passesAxe(page)
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await expect(form).toHaveCount(0)
  await page.getByRole('button', { name: /找像的 叶秀英/ }).click()
  await expect(page.getByText('年纪相近')).toBeVisible()
  await passesAxe(page)
  await picture(page, 'requisition-6-seeks')
  await page
    .getByRole('button', { name: /是同一个人/ })
    .first()
    .click()
  await dialog(page).getByRole('button', { name: '是同一个人' }).click()
  await expect(page.getByText('没有人在找家里人')).toBeVisible()
}

async function whomToTurnTo(resident: Page): Promise<void> {
  await expect(async () => {
    await resident.goto('/town/relief/seeks')
    await expect(resident.getByText(COMMANDER)).toBeVisible({ timeout: 3000 })
  }).toPass()
  await expect(resident.getByText('余好心')).toHaveCount(0)
  await isAccessible(resident)
  await picture(resident, 'requisition-7-found')
}

async function firms(browser: Browser, page: Page, worker: Page): Promise<void> {
  const name = `塔石纺织${newId().slice(-6)}厂`
  const admin = await atDesk(browser)
  await signInDesk(admin, who.admin)
  await send(admin, 'people.addOrgan', {
    id: newId(),
    name: { zh: name, en: null },
    kind: 'firm',
    line: null,
    place: PLACE.village,
    creditCode: null,
  })
  await page.goto(at('firms'))
  await page.getByRole('button', { name: '提问题', exact: true }).click()
  await choose(page, '企业', name, { typed: true })
  await choose(page, '缺什么', '用工')
  await dialog(page).getByLabel('具体什么问题').fill('三十名工人回不来')
  await choose(page, '哪个部门解决', DEPARTMENT, { typed: true })
  await passesAxe(page)
  await dialog(page).getByRole('button', { name: '提问题', exact: true }).click()
  await expect(page.getByText('待答复')).toBeVisible()
  await answerOnPhone(worker, name)
  await page.getByRole('button', { name: '记复工情况' }).click()
  await choose(page, '企业', name, { typed: true })
  await dialog(page).getByText('部分复工', { exact: true }).click()
  await dialog(page).getByLabel('在岗几人').fill('12')
  await dialog(page).getByRole('button', { name: '记复工情况' }).click()
  await expect(page.getByText('12 人在岗')).toBeVisible()
  await page.getByRole('button', { name: '全部', exact: true }).click()
  await expect(page.getByText('已包车接回')).toBeVisible()
  await passesAxe(page)
  await picture(page, 'requisition-8-firms')
}

async function answerOnPhone(worker: Page, name: string): Promise<void> {
  await worker.goto('/field/relief/firms')
  await worker.getByRole('button', { name: `答复 ${name}` }).click()
  await worker.getByLabel('怎么解决的，什么时候到位').fill('已包车接回')
  await worker.getByRole('radio', { name: '解决了' }).check()
  await isAccessible(worker)
  await picture(worker, 'requisition-9-answer')
  await dialog(worker).getByRole('button', { name: '答复', exact: true }).click()
  await expect(worker.getByText('没有等着解决的问题。')).toBeVisible()
}
