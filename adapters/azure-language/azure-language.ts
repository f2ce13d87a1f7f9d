import type { TextAnalysisClient } from '@azure/ai-language-text'
import { type LanguageService, NOTHING_READ, type Reading } from '../../bot/language-service.ts'
import type { Log } from '../../bot/ports.ts'
import type { AzureLanguage } from '../config.ts'
import { createBreaker } from './breaker.ts'
import { connect } from './connect.ts'
import { documentRefused, type Failure, failureOf } from './failure.ts'
import { CATEGORIES, toLanguage, toPersonalData } from './to-reading.ts'

/** Text elements that the service takes in one document; there are never more than UTF-16 units. */
const MOST_UNITS = 5120

/** Of the time limit, kept for what one part has answered when the other one gives up. */
const LAST_MS = 20

/** Azure AI Language, for what the local detectors cannot see: names, addresses, and the language. */
export function createAzureLanguage(settings: AzureLanguage, log: Log, now = () => performance.now()): LanguageService {
  const breaker = createBreaker(settings.restSeconds * 1000, now)
  const client = connect(settings)
  client.catch(() => undefined)
  let reported: string | undefined

  /** Says why once, and once that it is over. */
  function report(failure: Failure | undefined): void {
    if (failure?.reason === reported) return
    reported = failure?.reason
    if (!failure) log.info({}, 'Azure AI Language answers again')
    else if (failure.remedy)
      log.error({ reason: failure.reason }, `Azure AI Language cannot be used. ${failure.remedy}`)
    else
      log.warn({ reason: failure.reason }, 'Azure AI Language does not help at the moment; local detectors go on alone')
  }

  return {
    async read(text) {
      if (text.trim() === '' || !breaker.mayAsk()) return NOTHING_READ
      const document = text.slice(0, MOST_UNITS).toWellFormed()
      const asked = client.then(ready => ask(ready, document, AbortSignal.timeout(settings.timeoutMs - LAST_MS)))
      const late = givenUp(AbortSignal.timeout(settings.timeoutMs))
      const { failure, ...reading } = await Promise.race([asked.catch(nothing), late])
      if (failure?.isDown) breaker.failed(failure.restMs)
      else breaker.succeeded()
      report(failure)
      return reading
    },
  }
}

/** `failure`: of either part. */
type Answer = Reading & { readonly failure?: Failure | undefined }

/** Asks both at once. Where one fails, the other still counts. */
async function ask(client: TextAnalysisClient, text: string, abortSignal: AbortSignal): Promise<Answer> {
  let retryAfter: string | undefined
  const same = {
    abortSignal,
    disableServiceLogs: true,
    onResponse({ headers }: { readonly headers: { readonly get: (name: string) => string | undefined } }) {
      retryAfter ??= headers.get('retry-after')
    },
  }
  const [entities, language] = await Promise.allSettled([
    client.analyze('PiiEntityRecognition', [text], 'pl', {
      ...same,
      stringIndexType: 'Utf16CodeUnit',
      categoriesFilter: [...CATEGORIES],
    }),
    client.analyze('LanguageDetection', [text], 'pl', same),
  ])
  const thrown = [entities, language].find(result => result.status === 'rejected')
  const [read] = entities.status === 'fulfilled' ? entities.value : []
  const [told] = language.status === 'fulfilled' ? language.value : []
  const refused = [read, told].find(result => result?.error !== undefined)?.error
  return {
    personalData: read && read.error === undefined ? toPersonalData(read.entities) : [],
    language: told && told.error === undefined ? toLanguage(told.primaryLanguage) : null,
    failure: thrown ? failureOf(thrown.reason, retryAfter) : refused && documentRefused(refused.code),
  }
}

function nothing(error: unknown): Answer {
  return { ...NOTHING_READ, failure: failureOf(error) }
}

/** What counts where neither part has answered, not even that it gave up. */
function givenUp(signal: AbortSignal): Promise<Answer> {
  return new Promise(resolve => {
    signal.addEventListener('abort', () => resolve(nothing(signal.reason)))
  })
}
