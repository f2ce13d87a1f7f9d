import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'

/** Sends questions over so many connections and counts the turns whose reply has arrived. */
export type Load = {
  /** Turns per second, each counted when its reply arrives. */
  readonly run: (url: string, connections: number, seconds: number) => Promise<number>
  readonly stop: () => void
}

/** A reply that has not come by then is lost, and the comparison is void. */
const PATIENCE_MS = 20_000

const QUESTION = 'ile kosztuje karta parkingowa'

/** Replies go to a sink in this process, as a channel's connector takes them. */
export async function startLoad(): Promise<Load> {
  const agent = new Agent({ keepAlive: true })
  const waiting = new Map<string, () => void>()
  const sink = createServer(async (incoming, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"1"}')
    const { replyToId } = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    waiting.get(replyToId)?.()
  })
  sink.listen(0, '127.0.0.1')
  await once(sink, 'listening')
  const address = sink.address()
  const serviceUrl = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`

  async function ask(url: string, conversation: string): Promise<void> {
    const id = randomUUID()
    const replied = new Promise<void>(resolve => waiting.set(id, resolve))
    await post(url, {
      type: 'message',
      id,
      channelId: 'bench',
      serviceUrl,
      from: { id: 'citizen' },
      recipient: { id: 'bot' },
      conversation: { id: conversation },
      text: QUESTION,
    })
    const { promise: deadline, reject } = Promise.withResolvers<never>()
    const timer = setTimeout(() => reject(new Error(`${url} gave no reply to ${id}`)), PATIENCE_MS)
    await Promise.race([replied, deadline])
    clearTimeout(timer)
    waiting.delete(id)
  }

  function post(url: string, body: unknown): Promise<void> {
    return new Promise((resolve, reject) => {
      const sent = request(`${url}/api/messages`, {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json' },
      })
      sent.on('response', response => {
        response.resume().on('end', resolve)
      })
      sent.on('error', reject)
      sent.end(JSON.stringify(body))
    })
  }

  return {
    async run(url, connections, seconds) {
      const end = performance.now() + seconds * 1000
      let turns = 0
      const talk = async () => {
        const conversation = randomUUID()
        await ask(url, conversation)
        while (performance.now() < end) {
          await ask(url, conversation)
          turns++
        }
      }
      const started = performance.now()
      await Promise.all(Array.from({ length: connections }, talk))
      return (turns * 1000) / (performance.now() - started)
    },
    stop() {
      sink.closeAllConnections()
      sink.close()
      agent.destroy()
    },
  }
}
