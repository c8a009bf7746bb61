import { type Browser, expect, type Page, test } from '@playwright/test'
import { faultsOf, passesAxe, signInDesk } from './desks.ts'
import { newId, send } from './highland.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const DESK = { viewport: { width: 1440, height: 900 }, hasTouch: false, isMobile: false }
/** Somebody else, on a phone of their own; or at a desk. */
export const onPhone = async (browser: Browser): Promise<Page> => (await browser.newContext(PHONE)).newPage()
export const atDesk = async (browser: Browser): Promise<Page> => (await browser.newContext(DESK)).newPage()

/** Every screen of a part of the console, each with somebody who may see it: `login` to paths. */
export function everyScreen(part: string, screens: Record<string, readonly string[]>): void {
  for (const [login, paths] of Object.entries(screens))
    test(`${part}: every screen of ${login} passes axe in both languages and breaks nothing`, async ({ page }) => {
      test.setTimeout(180_000)
      await signInDesk(page, login)
      const faults = faultsOf(page)
      for (const language of ['zh', 'en']) {
        if (language === 'en') await page.getByRole('button', { name: 'English' }).click()
        for (const path of paths) {
          await page.goto(`/console${path}`)
          await passesAxe(page)
        }
      }
      expect(faults).toEqual([])
    })
}

/** What today's work needs is on the phone, so that it can be closed and opened where there is no network. */
export async function carried(page: Page): Promise<void> {
  await expect(page.getByText('没网也能用')).toBeVisible({ timeout: 30_000 })
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await expect(async () =>
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true),
  ).toPass()
}

export async function takeAlong(page: Page): Promise<void> {
  await page.getByRole('link', { name: '我的', exact: true }).click()
  await page.getByRole('link', { name: '带工作的手机' }).click()
  await carried(page)
}

type Drill = { playbook: string; level: string; area: string; first: string; second: string }
/** A drill that two persons of a command have raised, by the road; `page` is then the first of them, and ends it. */
export async function startDrill(
  browser: Browser,
  page: Page,
  { playbook, level, area, first, second }: Drill,
): Promise<string> {
  const [id, decision] = [newId(), newId()]
  await signInDesk(page, first)
  await send(page, 'emergency.declare', {
    ...SAID,
    id,
    decision,
    playbook,
    level,
    area: [area],
    hours: 12,
    reviewHours: 6,
    drill: true,
  })
  const other = await atDesk(browser)
  await signInDesk(other, second)
  await send(other, 'emergency.confirm', { decision })
  await other.context().close()
  return id
}
const SAID = { legalBasis: '演练方案', reason: '演练科目' }
export const endDrill = (page: Page, id: string): Promise<void> =>
  send(page, 'emergency.end', { ...SAID, id, decision: newId() })

/** The form that has come in from the side. */
export const dialog = (page: Page) => page.getByRole('dialog')
/** Chooses in such a form: out of a list, or out of what is found by typing. */
export async function choose(page: Page, label: string, text: string, { typed = false } = {}): Promise<void> {
  const field = dialog(page).getByLabel(label, { exact: true })
  await (typed ? field.fill(text) : field.click())
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: text }).first().click()
}
