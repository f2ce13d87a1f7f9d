import type { BrowserContext, Locator, Page } from 'playwright-core'
import { call } from '../setup/direct-line.ts'
import { type OpenPage, openPage, PATIENCE_MS } from '../setup/open-page.ts'

/** A citizen before a page with the chat. Waits are for conditions, never for time. */
export type Citizen = OpenPage & {
  readonly opensChat: () => Promise<void>
  /** Writes and waits for the answer, which it gives. */
  readonly asks: (text: string) => Promise<string>
  /** Writes and sends. */
  readonly writes: (text: string) => Promise<void>
  /** Picks a choice and waits for the answer, which it gives. */
  readonly picks: (choice: string) => Promise<string>
  readonly opensMenu: () => Promise<void>
  /** What the log shows, in order, with who said it: "Ty: …". */
  readonly reads: () => Promise<readonly string[]>
  /** Waits until the log has it. */
  readonly sees: (text: string) => Promise<void>
  /** Waits until so many messages of the assistant are in the log. */
  readonly hasAnswers: (count: number) => Promise<void>
  readonly field: Locator
  readonly answers: Locator
}

/** Opens a page of its own. */
export async function visit(context: BrowserContext, url: string): Promise<Citizen> {
  const { page, troubles } = await openPage(context, url)
  const field = page.getByRole('textbox', { name: 'Twoja wiadomość' })
  const answers = page.locator('.entry.assistant')

  async function answerAfter(act: () => Promise<void>): Promise<string> {
    const before = await answers.count()
    await act()
    await answers.nth(before).waitFor()
    return plain(await answers.nth(before).locator('.bubble').textContent())
  }

  async function writes(text: string): Promise<void> {
    await field.fill(text)
    await field.press('Enter')
  }

  return {
    page,
    field,
    answers,
    troubles,
    writes,
    async opensChat() {
      await page.getByRole('button', { name: 'Czat', exact: true }).click()
      await answers.first().waitFor()
    },
    asks: text => answerAfter(() => writes(text)),
    picks: choice => answerAfter(() => page.locator('.choices:not(.used)').getByText(choice, { exact: true }).click()),
    async opensMenu() {
      await page.getByRole('button', { name: 'Menu czatu' }).click()
      await page.getByRole('heading', { name: 'Menu' }).waitFor()
    },
    async reads() {
      const entries = await page.locator('.entry').all()
      return Promise.all(
        entries.map(async entry => {
          const kinds = (await entry.getAttribute('class')) ?? ''
          const speaker = kinds.includes('citizen') ? 'Ty' : kinds.includes('clerk') ? 'Pracownik' : 'Asystent'
          return `${speaker}: ${plain(await entry.locator('.bubble, .line').textContent())}`
        }),
      )
    },
    async sees(text) {
      await page.locator('.log .entry', { hasText: text }).first().waitFor()
    },
    async hasAnswers(count) {
      await answers.nth(count - 1).waitFor()
    },
  }
}

/** Without what only typesetting needs. */
export function plain(text: string | null): string {
  return (text ?? '').replaceAll('\u00A0', ' ').trim()
}

/** Waits until something is true that no locator can tell. */
export async function until(page: Page, isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error(`this did not become true: ${isTrue}`)
    await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 20)))
  }
}

/** Writes into the citizen's conversation without their page, so that an answer comes to it unasked. */
export async function postFromElsewhere({ page }: Citizen, url: string, text: string): Promise<void> {
  const session = await page.evaluate(() => JSON.parse(localStorage.getItem('office-chat-session') ?? '{}'))
  const { status } = await call(`${url}/directline/conversations/${session.conversationId}/activities`, {
    token: session.token,
    body: { type: 'message', text },
  })
  if (status !== 200) throw new Error(`the message was refused with ${status}`)
}
