import type { BrowserContext, Locator } from 'playwright-core'
import { type OpenPage, openPage } from '../setup/open-page.ts'
import { plain } from '../widget/citizen.ts'

/** A clerk before the desk. Waits are for conditions, never for time. */
export type Clerk = OpenPage & {
  /** Opens the newest conversation in the list under this heading. */
  readonly opens: (heading: string) => Promise<void>
  readonly takes: () => Promise<void>
  readonly writes: (text: string) => Promise<void>
  readonly notes: (text: string) => Promise<void>
  /** Presses one of the deeds, fills its window, and confirms. */
  readonly does: (deed: string, fields?: (dialog: Locator) => Promise<unknown>) => Promise<void>
  /** Waits until the log has it. */
  readonly reads: (text: string | RegExp) => Promise<void>
  /** The log, in order: "Mieszkaniec: …". */
  readonly log: () => Promise<readonly string[]>
  readonly rows: (heading: string) => Locator
  readonly field: Locator
}

export async function openDesk(context: BrowserContext, url: string): Promise<Clerk> {
  const { page, troubles } = await openPage(context, `${url}/desk`)
  const field = page.locator('desk-composer textarea')
  const rows = (heading: string) =>
    page
      .locator('nav section')
      .filter({ has: page.getByRole('heading', { name: heading }) })
      .locator('.row')
  await page.locator('nav .empty, nav .rows').first().waitFor({ state: 'attached' })

  return {
    page,
    field,
    rows,
    troubles,
    async opens(heading) {
      await rows(heading).last().click()
      await page.locator('#conversation-heading').waitFor()
    },
    async takes() {
      await page.getByRole('button', { name: /^(Przejmij rozmowę|Odpowiedz na zgłoszenie)$/ }).click()
      await page.getByText('Prowadzisz tę rozmowę.').first().waitFor()
    },
    async writes(text) {
      await field.fill(text)
      await field.press('Control+Enter')
      await page.locator('.message.clerk', { hasText: text }).waitFor()
    },
    async notes(text) {
      await page.getByRole('button', { name: 'Notatka', exact: true }).click()
      await field.fill(text)
      await field.press('Control+Enter')
      await page.locator('.message.note', { hasText: text }).waitFor()
    },
    async does(deed, fields = async () => undefined) {
      await page.locator('.deeds').getByRole('button', { name: deed }).click()
      const dialog = page.locator('dialog')
      await fields(dialog)
      await dialog.locator('button[type=submit]').click()
      await dialog.waitFor({ state: 'detached' })
    },
    async reads(text) {
      await page.locator('desk-log li', { hasText: text }).first().waitFor()
    },
    async log() {
      const entries = await page.locator('desk-log li').all()
      return Promise.all(entries.map(async entry => plain(await entry.textContent()).replace(/\s+/g, ' ')))
    },
  }
}
