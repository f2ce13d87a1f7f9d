import { afterEach, describe, expect, it } from '@jest/globals'
import { type Config, readConfig } from '../../adapters/config.ts'
import { NO_LIMITS, openPage, readUntil } from '../setup/direct-line.ts'
import { type Service, startService } from '../setup/service.ts'

const services: Service[] = []

async function serve(settings: Partial<Config> = {}): Promise<Service> {
  const service = await startService({ website: NO_LIMITS, ...settings })
  services.push(service)
  return service
}

afterEach(async () => {
  for (const service of services.splice(0)) await service.stop()
})

const LANGUAGE = { endpoint: 'http://127.0.0.1:9', key: 'fake', timeoutMs: 50, restSeconds: 30 }

describe('P02: the notice about personal data', () => {
  it('is a page with its version and day, and a link from the chat’s own page', async () => {
    const { url } = await serve()

    const page = await fetch(`${url}/prywatnosc`)

    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await page.text()).toMatch(/Wersja \d+ z \d+ \p{L}+ \d{4} r\./u)
    expect(await (await fetch(url)).text()).toContain('href="/prywatnosc"')
  })

  it('names Microsoft only where Azure reads messages', async () => {
    const [without, withAzure] = [await serve(), await serve({ azureLanguage: LANGUAGE })]

    expect(await (await fetch(`${without.url}/prywatnosc`)).text()).not.toContain('Microsoft')
    expect(await (await fetch(`${withAzure.url}/prywatnosc`)).text()).toContain('Microsoft')
  })

  it('tells the periods that the service keeps to', async () => {
    const { url } = await serve({ retention: { ...readConfig({}).retention, botDays: 17 } })

    const page = await (await fetch(`${url}/prywatnosc`)).text()

    expect(page.replace(/<[^>]+>/g, '').replaceAll('\u00a0', ' ')).toContain('znika po 17 dniach')
  })

  it('is named in the greeting and in the menu, where it can be reached', async () => {
    const { url } = await serve({ publicUrl: 'https://asystent.example.pl' })
    const chat = await openPage(url)

    await chat.write('dzień dobry', 'first')
    const [greeting] = await readUntil(chat, all => all.length >= 1)
    const sheets = JSON.stringify(await (await fetch(`${url}/office.json`)).json())

    expect(greeting?.text).toContain('https://asystent.example.pl/prywatnosc')
    expect(sheets).toContain('https://asystent.example.pl/prywatnosc')
  })
})
