import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createPostgresStore } from '../../adapters/storage/postgres-store.ts'
import { call, type Grant, generate, NO_LIMITS, openStream, pageWith, start } from '../setup/direct-line.ts'
import { type Postgres, startPostgres } from '../setup/postgres.ts'
import { type Service, startService } from '../setup/service.ts'

// Two replicas on one database, with a load balancer that sends each request to another one.

let postgres: Postgres
let services: readonly Service[] = []
let [here, there] = ['', '']

beforeAll(async () => {
  postgres = await startPostgres()
  const database = await postgres.createDatabase()
  const serve = async () => startService({ website: NO_LIMITS }, { store: await createPostgresStore(database) })
  services = [await serve(), await serve()]
  ;[here = '', there = ''] = services.map(({ url }) => url)
})

afterAll(async () => {
  await Promise.all(services.map(({ stop }) => stop()))
  await postgres.stop()
})

describe('a chat on two replicas', () => {
  it('goes on at any of them, and is streamed wherever the message was taken', async () => {
    const grant = (await generate(here)).body
    const stream = await openStream((await start(there, grant.token)).body.streamUrl)

    const posted = await pageWith(here, grant).write('ile kosztuje karta parkingowa', 'x')
    const again = await pageWith(there, grant).write('ile kosztuje karta parkingowa', 'x')
    const activities = await stream.until(all => all.length === 3)
    stream.close()

    expect([again.status, again.body]).toEqual([posted.status, posted.body])
    expect(activities[2]?.text).toMatch(/Zapłać 21 zł/)
  })

  it('opens one stream with a ticket, wherever it is shown first', async () => {
    const { streamUrl } = (await start(here, (await generate(here)).body.token)).body
    const elsewhere = streamUrl.replace(new URL(here).host, new URL(there).host)

    const opened = await Promise.allSettled([openStream(streamUrl), openStream(elsewhere)])

    const streams = opened.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []))
    for (const stream of streams) stream.close()
    expect(streams).toHaveLength(1)
  })

  it('is resumed at any of them', async () => {
    const { resumeToken, conversationId } = (await generate(here)).body
    const resume = (url: string, token: string) =>
      call<Grant>(`${url}/directline/tokens/resume`, { body: { resumeToken: token } })

    const first = await resume(there, resumeToken)
    const second = await resume(here, first.body.resumeToken)
    const old = await resume(there, resumeToken)

    expect([first.body.conversationId, second.body.conversationId, old.status]).toEqual([
      conversationId,
      conversationId,
      403,
    ])
  })

  it('ends everywhere when it is erased at one', async () => {
    const grant = (await generate(here)).body
    const stream = await openStream((await start(there, grant.token)).body.streamUrl)
    await stream.until(all => all.length === 1)

    await call(`${here}/directline/conversations/${grant.conversationId}/erase`, { token: grant.token, body: {} })

    expect(await stream.closed).toBe(1001)
    expect((await pageWith(there, grant).read()).status).toBe(404)
  })
})
