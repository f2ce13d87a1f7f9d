import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { startBrowser } from '../setup/browser.ts'
import { type Playground, startPlayground } from '../setup/playground.ts'
import { type Service, startService } from '../setup/service.ts'

let service: Service
let playground: Playground
let browser: Browser
let page: Page

beforeAll(async () => {
  service = await startService()
  playground = await startPlayground(`${service.url}/api/messages`)
  browser = await startBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(playground.url)
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await playground?.stop()
  await service?.stop()
})

describe('a tester in the Agents Playground', () => {
  it('is greeted, asks, and reads the answer and why it came', async () => {
    await page.getByText('Rozmawiasz z automatycznym asystentem').first().waitFor()

    await page.getByRole('textbox').first().fill('ile kosztuje karta parkingowa')
    await page.getByRole('button', { name: 'Send Message' }).click()
    await page.getByText('Zapłać 21 zł.').first().waitFor()
    await page.getByRole('button', { name: 'Dokumenty' }).waitFor()
    await page.getByText('QnAMaker').first().waitFor()
    await page.getByText('trace 202').first().click()
    await page.getByText('scoreThreshold').first().waitFor()
    if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT })

    expect(service.log.filter(line => line.level === 'error')).toEqual([])
  })
})
