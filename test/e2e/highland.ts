import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { systemClock } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { HIGHLAND, highland } from '../../demo/highland.ts'
import { settled } from './desks.ts'

/** Of the generated people of the demo, in the offices above the village. */
export const offices = { room: 'chencaiyun', county: 'chenxinyan', water: 'fangmeixiang' } as const
export { HIGHLAND, highland }

/** People whom nobody else of the tests knows; a second run is other people. A number that no operator gives out. */
export function newcomers(surname: string) {
  const digits = String(Math.floor(Math.random() * 1e6)).padStart(6, '0')
  return {
    name: `${surname}正强`,
    child: `${surname}乐乐`,
    phone: `15498${digits}`,
    address: `浙源里村竹坞${digits}号`,
  }
}

/** With STORY_PICTURES each stage leaves a picture in that folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['STORY_PICTURES']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await settled(page)
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: (page.viewportSize()?.width ?? 0) < 600 })
}

/** By the road, for what a story begins with. */
export async function send(page: Page, command: string, data: object): Promise<void> {
  const headers = { 'x-openpalm': '1', 'idempotency-key': newId() }
  const answer = await page.request.post(`/api/${command}`, { headers, data })
  expect(answer.ok(), `${command}: ${await answer.text()}`).toBe(true)
}
export const newId = (): string => uuidv7(systemClock.now())
