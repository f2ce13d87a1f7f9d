import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** What `:analyze-text` was asked, as Microsoft describes it for api-version 2023-04-01. */
export type AnalyzeRequest = {
  readonly kind: 'PiiEntityRecognition' | 'LanguageDetection'
  readonly analysisInput: {
    readonly documents: readonly {
      readonly id: string
      readonly text: string
      readonly language?: string
      readonly countryHint?: string
    }[]
  }
  readonly parameters?: Readonly<Record<string, unknown>>
}

export type AnalyzeCall = {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: AnalyzeRequest
}

export type Entity = { readonly text: string; readonly category: string; readonly confidenceScore: number }

/** How the service behaves. Default: finds nothing and is sure of Polish. */
export type Behaviour = {
  readonly entities?: readonly Entity[]
  readonly language?: { readonly iso6391Name: string; readonly confidenceScore: number }
  /** An answer with an error instead of results, for all requests or for one kind. */
  readonly fails?: {
    readonly status: number
    readonly code: string
    readonly headers?: Readonly<Record<string, string>>
    readonly only?: AnalyzeRequest['kind']
  }
  /** An error of the document within a good answer. */
  readonly refuses?: { readonly code: string; readonly inner: string }
  /** Never answers, all requests or those of one kind. */
  readonly hangs?: boolean | AnalyzeRequest['kind']
  /** Ends the connection. */
  readonly drops?: boolean
  /** Answers with this instead of JSON. */
  readonly garbage?: string
}

/** A stand-in for the REST service of Azure AI Language. */
export type LanguageServer = {
  readonly url: string
  readonly calls: readonly AnalyzeCall[]
  readonly behave: (behaviour: Behaviour) => void
  readonly stop: () => void
}

export const LANGUAGE_KEY = 'a-key-that-only-tests-know'

export async function startLanguageServer(): Promise<LanguageServer> {
  const calls: AnalyzeCall[] = []
  let behaviour: Behaviour = {}
  const server = createServer((request, response) => answer(request, response).catch(() => response.destroy()))

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body: AnalyzeRequest = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    calls.push({ path: request.url ?? '', headers: request.headers, body })
    const { fails, hangs, drops, garbage } = behaviour
    if (hangs === true || hangs === body.kind) return
    if (drops) return void response.destroy()
    if (garbage !== undefined) return send(response, 200, garbage)
    if (request.headers['ocp-apim-subscription-key'] !== LANGUAGE_KEY) return refuse(response, 401, 'Unauthorized')
    if (fails && (fails.only ?? body.kind) === body.kind) {
      return refuse(response, fails.status, fails.code, fails.headers)
    }
    send(response, 200, JSON.stringify({ kind: `${body.kind}Results`, results: resultsOf(body, behaviour) }))
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    calls,
    behave(next) {
      behaviour = next
    },
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function resultsOf({ kind, analysisInput }: AnalyzeRequest, { refuses, ...behaviour }: Behaviour): unknown {
  const { documents } = analysisInput
  if (refuses) {
    const error = { code: refuses.code, message: 'refused', innererror: { code: refuses.inner, message: 'why' } }
    return { documents: [], errors: documents.map(({ id }) => ({ id, error })), modelVersion: '2023-09-01' }
  }
  const read = documents.map(({ id, text }) =>
    kind === 'LanguageDetection'
      ? { id, warnings: [], detectedLanguage: { name: 'A language', ...languageIn(behaviour) } }
      : { id, warnings: [], redactedText: '***', entities: entitiesIn(text, behaviour) },
  )
  return { documents: read, errors: [], modelVersion: '2023-09-01' }
}

function languageIn({ language = { iso6391Name: 'pl', confidenceScore: 1 } }: Behaviour) {
  return language
}

/** As the service counts when it is told `Utf16CodeUnit`. */
function entitiesIn(text: string, { entities = [] }: Behaviour) {
  return entities
    .filter(entity => text.includes(entity.text))
    .map(entity => ({ ...entity, offset: text.indexOf(entity.text), length: entity.text.length }))
}

function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  send(response, status, JSON.stringify({ error: { code, message: 'refused, and the text is not repeated' } }), headers)
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(body)
}
