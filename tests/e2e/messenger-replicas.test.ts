import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { createPostgresStore } from '../../adapters/storage/postgres-store.ts'
import { until } from '../faults/until.ts'
import { NO_LIMITS } from '../setup/direct-line.ts'
import { type GraphStandIn, startGraphStandIn } from '../setup/graph-stand-in.ts'
import { batchOf, deliver, messengerSettings, wrote } from '../setup/messenger.ts'
import { type Postgres, startPostgres } from '../setup/postgres.ts'
import { type Service, startService } from '../setup/service.ts'

// Two replicas on one database, behind a load balancer that sends each of Meta's repeats to another one.

let postgres: Postgres
let graph: GraphStandIn
let services: readonly Service[] = []

beforeAll(async () => {
  postgres = await startPostgres()
  graph = await startGraphStandIn()
  const database = await postgres.createDatabase()
  const settings = { messenger: messengerSettings(graph), website: NO_LIMITS, relayMs: 50 }
  const serve = async () => startService(settings, { store: await createPostgresStore(database) })
  services = [await serve(), await serve()]
})

afterAll(async () => {
  await Promise.all(services.map(({ stop }) => stop()))
  await graph.stop()
  await postgres.stop()
})

it('F02: a message that comes five times at once, to two replicas, is answered once', async () => {
  const body = batchOf(wrote('ile kosztuje karta parkingowa', 'citizen', 'm_same'))
  const urls = [0, 1, 0, 1, 0].map(index => services[index]?.url ?? '')

  const answers = await Promise.all(urls.map(url => deliver(url, body)))
  await until('it is answered', () => graph.messages.length >= 2)
  await deliver(urls[1] ?? '', batchOf(wrote('dziękuję', 'citizen')))
  await until('the next one is answered', () => graph.messages.length >= 3)

  const texts = graph.messages.map(({ message }) => message.text)
  expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200))
  expect(texts).toEqual([
    expect.stringContaining('automatycznym asystentem'),
    expect.stringContaining('Zapłać 21 zł'),
    expect.not.stringContaining('Zapłać'),
  ])
  expect(graph.faults).toEqual([])
})
