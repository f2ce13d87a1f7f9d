import type { BrowserContext, Page } from 'playwright-core'

/** What takes longer never comes; a busy machine gets its time. */
export const PATIENCE_MS = 10_000

export type OpenPage = {
  readonly page: Page
  /** Everything that should not have happened: errors of scripts, refusals by a content policy. */
  readonly troubles: readonly string[]
}

/** Opens an address in a page of its own. */
export async function openPage(context: BrowserContext, url: string): Promise<OpenPage> {
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  const troubles: string[] = []
  page.on('pageerror', error => troubles.push(error.message))
  page.on('console', message => {
    if (/Content Security Policy|Refused to/.test(message.text())) troubles.push(message.text())
  })
  await page.goto(url)
  return { page, troubles }
}
