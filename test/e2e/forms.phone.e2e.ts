import { expect, type Page, test } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import { cast, signInStaff } from './phones.ts'

/** Answers the questions in sight: a tap where nothing changed, the first choice where nobody has said yet. */
async function answerAll(page: Page): Promise<number> {
  await page.locator('.question').first().waitFor()
  const questions = await page.locator('.question').all()
  let answered = 0
  for (const question of questions) {
    const unchanged = question.getByRole('button', { name: '没变化' })
    const choice = question.locator('input[type=radio], input[type=checkbox]').first()
    if (await unchanged.isVisible()) await unchanged.click()
    else if ((await choice.count()) > 0) await choice.check()
    else await question.locator('input').first().fill('1')
    answered++
  }
  return answered
}

test('only what is missing is asked at a door, once for all forms, and without a network it waits on the phone', async ({
  page,
  context,
}) => {
  test.slow()
  await signInStaff(page, cast.yuXuewen.login ?? '')
  await page.getByRole('link', { name: /项要填/ }).click()
  await expect(page.getByText('一次填报，多表共用')).toBeVisible()
  await isAccessible(page)
  const door = page.locator('.row-link').nth(4)
  const name = (await door.locator('.row-title').textContent())?.split(' · ')[0] ?? ''
  await door.click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByText('为什么要填')).toBeVisible()
  await expect(page.getByText(/2 张表共用/)).toBeVisible()
  await isAccessible(page)
  const count = await answerAll(page)
  await context.setOffline(true)
  await page.getByRole('button', { name: `提交 ${count} 项` }).click()
  await expect(page.getByText('已存在手机里，有网络就自动提交')).toBeVisible()
  await expect(page.getByText('这一户没有缺的了。')).toBeVisible()
  await expect(page.getByText(`有 ${count} 项已填好，还在手机里`)).toBeVisible()
  await isAccessible(page)
  await context.setOffline(false)
  await expect(page.getByText(/还在手机里/)).toBeHidden({ timeout: 40_000 })
  await page.getByRole('link', { name: '回到列表' }).click()
  await expect(page.getByText(name, { exact: false })).toBeHidden()
})
