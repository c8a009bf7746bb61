import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** The narrowest phone that is still in use. */
const NARROW = { width: 320, height: 640 }

/** What is on the screen now breaks no rule of WCAG 2.2 AA and never scrolls sideways, in either size of type. */
export async function isAccessible(page: Page): Promise<void> {
  const usual = page.viewportSize()
  for (const large of [false, true]) {
    await page.evaluate((on) => document.documentElement.toggleAttribute('data-large', on), large)
    // A bar docked at the edge covers part of whatever row is scrolled under it; sizes are measured below, and more strictly.
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).disableRules(['target-size']).analyze()
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
    expect(told, `${page.url()}${large ? ' in large type' : ''}`).toEqual([])
    await page.setViewportSize(NARROW)
    expect(await tooWide(page), `${page.url()} at 320 px${large ? ' in large type' : ''}`).toEqual([])
    expect(await tooSmall(page), `${page.url()}: targets${large ? ' in large type' : ''}`).toEqual([])
    if (usual) await page.setViewportSize(usual)
  }
  await page.evaluate(() => document.documentElement.removeAttribute('data-large'))
}

/** What makes a page scroll sideways. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document.documentElement.scrollWidth <= innerWidth
      ? []
      : [...document.querySelectorAll('body *')]
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .map((one) => `${one.tagName}.${one.className}`),
  )

/** Buttons, links and fields under 44 px, 60 in large type; a link inside a sentence is text. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const least = document.documentElement.hasAttribute('data-large') ? 60 : 44
    return [...document.querySelectorAll<HTMLElement>('button, a[href], input:not([type=file]), select, textarea')]
      .filter((one) => one.checkVisibility() && !one.closest('.skip, p, [inert]'))
      .filter((one) => {
        const { width, height } = one.getBoundingClientRect()
        return height > 0 && (height < least - 0.5 || width < least - 0.5)
      })
      .map((one) => `${one.tagName}.${one.className} ${one.textContent?.slice(0, 12) ?? ''}`)
  })
