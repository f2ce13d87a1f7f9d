import { afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { createAzureLanguage } from '../../adapters/azure-language/azure-language.ts'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import { createBot } from '../../bot/bot.ts'
import type { Log } from '../../bot/ports.ts'
import { createRelay } from '../../bot/relay.ts'
import { plainText } from '../../dialogs/reply.ts'
import { citizenWrites } from '../bot/events.ts'
import { RULES } from '../fixtures/desk.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'
import { LANGUAGE_KEY, type LanguageServer, startLanguageServer } from '../setup/language-service.ts'

const knowledge = createKnowledge()
const NAME = { text: 'Zofia Przykład', category: 'Person', confidenceScore: 0.95 }
const servers: LanguageServer[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.stop()
})

/** A bot that has its messages read by the stand-in, through the real SDK. It waits long, as tests share their machine. */
async function setUp(timeoutMs = 5000) {
  const server = await startLanguageServer()
  servers.push(server)
  const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const settings = { endpoint: server.url, key: LANGUAGE_KEY, timeoutMs, restSeconds: 30 }
  const language = createAzureLanguage(settings, log)
  const store = createSqliteStore()
  const clock = () => new Date('2026-11-24T10:00:00Z')
  const relay = createRelay({ store, channels: () => undefined, clock, log })
  const bot = createBot({ store, knowledge: () => knowledge, relay, clock, log, rules: RULES, language })
  let count = 0
  return {
    server,
    store,
    async ask(text: string) {
      const accepted = await bot.accept(citizenWrites(text, { externalId: `message-${count++}` }))
      const replies = await bot.repliesTo(accepted)
      await bot.idle()
      return { ...accepted, text: replies.map(({ reply }) => plainText(reply)).join('\n') }
    },
  }
}

describe('with Azure AI Language', () => {
  beforeAll(async () => {
    // Loads the SDK, which takes longer than a message waits.
    await import('@azure/ai-language-text')
  })

  it('a name is masked in what is kept and learnt, and the question is answered', async () => {
    const { server, store, ask } = await setUp()
    server.behave({ entities: [NAME] })

    const { conversationId, text } = await ask('Tu Zofia Przykład, ile kosztuje karta parkingowa')

    expect(text).toContain('Karta parkingowa: opłata')
    const kept = JSON.stringify(await store.history(conversationId, 0))
    expect(kept).toContain('Tu [OSOBA], ile kosztuje')
    expect(kept).not.toContain('Przykład')
  })

  it('only masked text leaves', async () => {
    const { server, ask } = await setUp()

    await ask('mój PESEL 44051401359, ile kosztuje karta parkingowa')

    expect(server.calls).toHaveLength(2)
    expect(JSON.stringify(server.calls)).not.toContain('44051401359')
    expect(server.calls[0]?.body.analysisInput.documents[0]?.text).toContain('mój PESEL [PESEL]')
  })

  it('a language that is not told apart here gets English', async () => {
    const { server, ask } = await setUp()
    server.behave({ language: { iso6391Name: 'fr', confidenceScore: 1 } })

    expect((await ask('pourriez-vous parler plus lentement')).text).toContain('I can only answer in Polish')
  })

  it.each([
    ['hangs', { hangs: true }],
    ['throttles', { fails: { status: 429, code: 'TooManyRequests' } }],
    ['is down', { drops: true }],
    ['refuses the document', { refuses: { code: 'InvalidArgument', inner: 'InvalidDocument' } }],
  ])('answers come all the same where it %s', async (_name, behaviour) => {
    const { server, ask } = await setUp(100)
    server.behave(behaviour)

    expect((await ask('ile kosztuje karta parkingowa')).text).toContain('Karta parkingowa: opłata')
  })
})
