import axe from 'axe-core'
import type { Page } from 'playwright-core'

export const ALL: axe.RunOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }
/** A narrow window shows one column at a time, and so not always the main one. */
const NARROW: axe.RunOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }
const COLOURS: axe.RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/**
 * What the checker finds in one state: in light, in the dark, in forced colours and on 320 pixels. `inOtherColours`: the rules
 * for the second and the third. Default those about colour, which alone change no structure. Of a window over the page, what
 * is behind it was checked before.
 */
export async function problemsOf(page: Page, state: string, inOtherColours = COLOURS): Promise<readonly string[]> {
  const found: string[] = []
  const size = page.viewportSize() ?? { width: 1280, height: 800 }
  const hasWindow = (await page.locator('dialog').count()) > 0
  const check = async (way: string, runOnly: axe.RunOnly) => {
    const { violations } = await page.evaluate(
      ([only, isWindow]) =>
        window.axe.run(isWindow ? { fromShadowDom: ['desk-page', 'dialog'] } : document, {
          runOnly: only,
          resultTypes: ['violations'],
          preload: false,
        }),
      [runOnly, hasWindow] as const,
    )
    for (const { id, nodes } of violations) found.push(...nodes.map(({ html }) => `${state}, ${way}: ${id} ${html}`))
  }
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  await check('light', ALL)
  await page.emulateMedia({ colorScheme: 'dark' })
  await check('dark', inOtherColours)
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
  await check('forced colours', inOtherColours)
  await page.emulateMedia({ forcedColors: 'none' })
  await page.setViewportSize({ width: 320, height: 568 })
  await check('320 pixels', NARROW)
  await page.setViewportSize(size)
  return found
}
