import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createAzureLanguage } from '../../../adapters/azure-language/azure-language.ts'
import { NOTHING_READ } from '../../../bot/language-service.ts'
import type { Log } from '../../../bot/ports.ts'
import { type Behaviour, LANGUAGE_KEY, type LanguageServer, startLanguageServer } from '../../setup/language-service.ts'

const TEXT = 'Nazywam się Zofia Przykład, mój numer to [PESEL] 😀, piszcie na Lipową 5'
const NAME = { text: 'Zofia Przykład', category: 'Person', confidenceScore: 0.95 }

let server: LanguageServer
beforeAll(async () => {
  server = await startLanguageServer()
  // Loads the SDK, which takes longer than a message waits.
  await setUp().service.read(TEXT)
})
afterAll(() => server.stop())
beforeEach(() => server.behave({}))

function setUp({ key = LANGUAGE_KEY, timeoutMs = 5000, restSeconds = 30 } = {}) {
  const lines: { readonly level: string; readonly fields: Readonly<Record<string, unknown>>; readonly text: string }[] =
    []
  const note = (level: string) => (fields: Readonly<Record<string, unknown>>, text: string) => {
    lines.push({ level, fields, text })
  }
  const log: Log = { info: note('info'), warn: note('warn'), error: note('error') }
  let now = 0
  const service = createAzureLanguage({ endpoint: server.url, key, timeoutMs, restSeconds }, log, () => now)
  const before = server.calls.length
  return {
    service,
    lines,
    calls: () => server.calls.slice(before),
    later(seconds: number) {
      now += seconds * 1000
    },
  }
}

describe('a message that is read by Azure', () => {
  it('is sent as Microsoft describes it, and is not to be logged there', async () => {
    const { service, calls } = setUp()

    await service.read(TEXT)

    const byKind = Object.fromEntries(calls().map(call => [call.body.kind, call]))
    expect(Object.keys(byKind).toSorted()).toEqual(['LanguageDetection', 'PiiEntityRecognition'])
    expect(byKind.PiiEntityRecognition).toMatchObject({
      path: '/language/:analyze-text?api-version=2023-04-01',
      headers: { 'ocp-apim-subscription-key': LANGUAGE_KEY },
      body: {
        analysisInput: { documents: [{ id: '0', text: TEXT, language: 'pl' }] },
        parameters: { loggingOptOut: true, stringIndexType: 'Utf16CodeUnit' },
      },
    })
    expect(byKind.LanguageDetection?.body).toMatchObject({
      analysisInput: { documents: [{ id: '0', text: TEXT, countryHint: 'pl' }] },
      parameters: { loggingOptOut: true },
    })
  })

  it('gives names and addresses with their places, behind an emoji too', async () => {
    const { service } = setUp()
    server.behave({ entities: [NAME, { text: 'Lipową 5', category: 'Address', confidenceScore: 0.9 }] })

    const { personalData } = await service.read(TEXT)

    expect(personalData.map(({ kind, start, end }) => [kind, TEXT.slice(start, end)])).toEqual([
      ['person', 'Zofia Przykład'],
      ['address', 'Lipową 5'],
    ])
  })

  it.each([
    ['a guess', { ...NAME, confidenceScore: 0.6 }],
    ['a category that questions are about', { ...NAME, category: 'Organization' }],
    ['a number that is everybody’s', { text: '5', category: 'PhoneNumber', confidenceScore: 1 }],
  ])('does not give %s', async (_name, entity) => {
    const { service } = setUp()
    server.behave({ entities: [entity] })

    expect((await service.read(TEXT)).personalData).toEqual([])
  })

  it.each([
    ['uk', 0.99, 'uk'],
    ['zh_chs', 0.99, 'zh'],
    ['uk', 0.4, null],
    ['(Unknown)', 0, null],
  ])('in %s with confidence %s is in %s', async (iso6391Name, confidenceScore, expected) => {
    const { service } = setUp()
    server.behave({ language: { iso6391Name, confidenceScore } })

    expect((await service.read(TEXT)).language).toBe(expected)
  })

  it('of more than the service takes is cut', async () => {
    const { service, calls } = setUp()

    await service.read('ą😀'.repeat(4000))

    expect(calls().map(({ body }) => body.analysisInput.documents[0]?.text.length)).toEqual([5120, 5120])
  })

  it('without a word is not sent', async () => {
    const { service, calls } = setUp()

    expect(await service.read(' \n')).toEqual(NOTHING_READ)
    expect(calls()).toEqual([])
  })
})

const fails = (status: number, code: string, headers = {}): Behaviour => ({ fails: { status, code, headers } })

describe('a service that fails', () => {
  it.each<readonly [string, Behaviour, string]>([
    ['is throttled', fails(429, 'TooManyRequests', { 'retry-after': '7' }), '429 TooManyRequests'],
    ['has used up its quota', fails(403, 'QuotaExceeded'), '403 QuotaExceeded'],
    ['forbids', fails(403, 'Forbidden'), '403 Forbidden'],
    ['is not there', fails(404, 'NotFound'), '404 NotFound'],
    ['takes a request for wrong', fails(400, 'InvalidRequest'), '400 InvalidRequest'],
    ['takes an argument for wrong', fails(400, 'InvalidArgument'), '400 InvalidArgument'],
    ['has an error', fails(500, 'InternalServerError'), '500 InternalServerError'],
    ['is unavailable', fails(503, 'ServiceUnavailable'), '503 ServiceUnavailable'],
    ['takes too long itself', fails(408, 'Timeout'), '408 Timeout'],
    ['hangs', { hangs: true }, 'no answer in time'],
    ['ends the connection', { drops: true }, 'ECONNRESET'],
    ['answers with something else', { garbage: '<html>' }, 'PARSE_ERROR'],
    [
      'refuses the document',
      { refuses: { code: 'InvalidArgument', inner: 'UnsupportedLanguageCode' } },
      'document refused: UnsupportedLanguageCode',
    ],
  ])('as it %s gives nothing, and the log says why once', async (_name, behaviour, reason) => {
    const { service, lines } = setUp(behaviour.hangs ? { timeoutMs: 200 } : {})
    server.behave(behaviour)

    const readings = [await service.read(TEXT), await service.read(TEXT), await service.read(TEXT)]

    expect(readings).toEqual([NOTHING_READ, NOTHING_READ, NOTHING_READ])
    expect(lines.map(({ fields }) => fields.reason)).toEqual([expect.stringContaining(reason)])
    expect(JSON.stringify(lines)).not.toContain('Przykład')
  })

  it('is waited for no longer than the limit', async () => {
    const { service } = setUp({ timeoutMs: 100 })
    server.behave({ hangs: true })
    const from = performance.now()

    await service.read(TEXT)

    // Only a bound far above the limit holds on a busy machine; without the limit it would never end.
    expect(performance.now() - from).toBeLessThan(2000)
  })

  it('in one part still gives the other', async () => {
    const { service } = setUp({ timeoutMs: 1500 })
    server.behave({ hangs: 'LanguageDetection', entities: [NAME] })

    expect(await service.read(TEXT)).toMatchObject({ personalData: [{ kind: 'person' }], language: null })
  })

  it('says what to do about a wrong key, and is not asked again for five minutes', async () => {
    const { service, lines, calls, later } = setUp({ key: 'an-old-key' })

    await service.read(TEXT)
    later(299)
    await service.read(TEXT)

    expect(lines).toEqual([
      expect.objectContaining({ level: 'error', text: expect.stringContaining('AZURE_LANGUAGE_KEY') }),
    ])
    expect(calls()).toHaveLength(2)
  })

  it('is not asked again before it said', async () => {
    const { service, calls, later } = setUp()
    server.behave(fails(429, 'TooManyRequests', { 'retry-after': '7' }))

    await service.read(TEXT)
    later(6)
    await service.read(TEXT)
    expect(calls()).toHaveLength(2)
    later(1)
    await service.read(TEXT)

    expect(calls()).toHaveLength(4)
  })

  it('three times in a row is left alone, then tried once, and the log says when it is back', async () => {
    const { service, lines, calls, later } = setUp()
    server.behave(fails(503, 'ServiceUnavailable'))
    for (let time = 0; time < 5; time++) await service.read(TEXT)
    expect(calls()).toHaveLength(6)

    later(30)
    server.behave({ entities: [NAME] })
    const [first, second] = await Promise.all([service.read(TEXT), service.read(TEXT)])

    expect(first?.personalData).toHaveLength(1)
    expect(second).toEqual(NOTHING_READ)
    expect(lines.map(({ level }) => level)).toEqual(['warn', 'info'])
    expect((await service.read(TEXT)).personalData).toHaveLength(1)
  })
})
