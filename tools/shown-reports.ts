import type { APIRequestContext, Page } from '@playwright/test'
import { systemClock } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { cast, DEMO_PASSWORD, STAGE } from '../demo/cast.ts'
import { send, signInByPhone } from './shown-city.ts'

/** The residents of one grid have just reported, the last of them as himself: what the grid worker's picture shows too. */
export async function reported(api: APIRequestContext): Promise<void> {
  await report(api, '06-06', '门前堆着沙子，车子过不去')
  await report(api, '04-01', '村道边的垃圾三天没人收')
  await signInByPhone(api, cast.wangJianping.phone)
  await report(api, '05-01', '村口3号路灯不亮，晚上看不见路')
}

function report(api: APIRequestContext, kind: string, description: string): Promise<void> {
  const where = { place: STAGE.grid, channel: 'town', secret: 'a1B2c3D4e5F6g7H8' }
  return send(api, 'cases.report', { id: uuidv7(systemClock.now()), kind, description, ...where })
}

/** By hand: a phone that has seen the password opens without a network, and says nothing about it. */
export async function typeIn(page: Page): Promise<void> {
  await page.getByLabel('账号或手机号').fill(cast.yuXuewen.login ?? '')
  await page.getByLabel('密码').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
}
