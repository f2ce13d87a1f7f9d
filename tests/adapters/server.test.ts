import { afterEach, describe, expect, it } from '@jest/globals'
import { listen } from '../../adapters/listen.ts'
import { createServer } from '../../adapters/server.ts'
import { StoreBusyError } from '../../adapters/storage/store-busy-error.ts'

const SECRET = 'db password=abc'

const logged: string[] = []
const log = {
  info() {},
  warn: (_fields: unknown, message: string) => void logged.push(message),
  error: (_fields: unknown, message: string) => void logged.push(message),
}

let stop = async () => {}

afterEach(() => stop())

/** What a sender reads where a route throws `error`, and what the log does. */
async function answerTo(error: Error, canKeep: boolean) {
  const handle = async () => {
    throw error
  }
  const routes = [{ method: 'get', path: '/here', handle } as const]
  const server = createServer(
    routes,
    () => true,
    async () => canKeep,
    log,
  )
  const url = await listen(server, { host: '127.0.0.1', port: 0 })
  stop = () => new Promise(resolve => server.close(resolve))
  logged.length = 0
  const response = await fetch(`${url}/here`, { headers: { connection: 'close' } })
  const { status, headers } = response
  return { status, retryAfter: headers.get('retry-after'), body: await response.text(), logged: [...logged] }
}

describe('what fails in a route', () => {
  it.each([
    ['the store is away', new Error(SECRET), false],
    ['too much is asked of the store', new StoreBusyError(), true],
  ])('F06: is to be tried again where %s', async (_why, error, canKeep) => {
    const answer = await answerTo(error, canKeep)

    expect(answer).toMatchObject({ status: 503, retryAfter: '5', logged: ['request refused'] })
    expect(answer.body).toMatch(/"NotAvailable"/)
    expect(answer.body).not.toContain(SECRET)
  })

  it('S05: is a defect otherwise, of which the sender learns a number alone', async () => {
    const answer = await answerTo(new Error(SECRET), true)

    expect(answer).toMatchObject({ status: 500, retryAfter: null, logged: ['request failed'] })
    expect(answer.body).not.toContain(SECRET)
  })
})
