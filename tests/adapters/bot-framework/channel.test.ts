import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TokenCredentials } from 'botframework-connector'
import { createBotFrameworkChannel } from '../../../adapters/bot-framework/channel.ts'
import { createConnection } from '../../../adapters/bot-framework/connection.ts'
import { onlyThisMachine } from '../../../adapters/bot-framework/service-url.ts'
import type { ExplainedReply } from '../../../bot/turn.ts'
import { paragraph } from '../../../dialogs/reply.ts'
import { type Connector, startConnector } from '../../setup/connector.ts'
import { staticCredentials } from '../../setup/static-credentials.ts'

const APP_ID = '11111111-2222-3333-4444-555555555555'

/** Credentials for which no token is given, as the sign-in service says. */
class RefusedCredentials extends TokenCredentials {
  readonly #errorCode: string

  constructor(errorCode: string) {
    super('none')
    this.#errorCode = errorCode
  }

  override signRequest(): never {
    throw Object.assign(new Error('AADSTS7000222: the secret has expired'), { errorCode: this.#errorCode })
  }
}

let connector: Connector

beforeEach(async () => {
  connector = await startConnector()
})

afterEach(() => connector.stop())

function openChannel(credentials = new TokenCredentials('obviously-fake-token')) {
  const alerts: string[] = []
  const alert = (_fields: unknown, message: string) => {
    alerts.push(message)
  }
  const log = { info: () => undefined, warn: () => undefined, error: alert }
  const connection = createConnection(APP_ID, staticCredentials(APP_ID, credentials), onlyThisMachine)
  const unused = () => {
    throw new Error('nothing is explained here')
  }
  const channel = createBotFrameworkChannel(connection, onlyThisMachine, unused, log)
  const deliver = (key: string, paragraphs: readonly string[] = ['Tak.'], channelId = 'facebook') =>
    channel.deliver(JSON.stringify(referenceOf(connector, channelId)), saying(paragraphs), key)
  return { deliver, alerts }
}

function referenceOf({ url }: Connector, channelId: string) {
  const parties = { bot: { id: 'bot' }, user: { id: 'citizen' }, conversation: { id: 'one' } }
  return { channelId, serviceUrl: url, ...parties }
}

function saying(paragraphs: readonly string[]): ExplainedReply {
  return { reply: { blocks: paragraphs.map(paragraph), choices: [] }, explanation: null }
}

describe('a reply to a channel of Bot Framework', () => {
  it.each([
    [401, { isFinal: false, needsRepair: true }],
    [403, { isFinal: false, needsRepair: false }],
    [404, { isFinal: true, needsRepair: false }],
    [429, { isFinal: false, needsRepair: false }],
    [503, { isFinal: false, needsRepair: false }],
  ])('F22: that is answered with %i may go later, or not', async (status, expected) => {
    connector.answerNext(status)

    await expect(openChannel().deliver('1')).rejects.toMatchObject({ name: 'DeliveryError', ...expected })
  })

  it.each([
    ['invalid_client', true],
    ['temporarily_unavailable', false],
  ])('F22: for which there is no token waits until that is mended, or passes: %s', async (errorCode, needsRepair) => {
    const { deliver } = openChannel(new RefusedCredentials(errorCode))

    await expect(deliver('1')).rejects.toMatchObject({ name: 'DeliveryError', isFinal: false, needsRepair })
  })

  it('F22: is not tried while its channel refused the one before it, which is told of once', async () => {
    const { deliver, alerts } = openChannel()
    connector.answerNext(401)

    const ends = [await deliver('1').catch(String), await deliver('2').catch(String), await deliver('1').catch(String)]
    const whileRefused = connector.authorizations.length
    await deliver('3', ['Tak.'], 'webchat')

    expect(ends).toEqual(Array(3).fill('DeliveryError: the channel answered 401'))
    expect([whileRefused, connector.received.length]).toEqual([1, 1])
    expect(alerts).toEqual([expect.stringContaining('"facebook" refuses our app id or its password')])
  })

  it('of several parts, as Messenger needs them, goes on after those that have gone when it is tried again', async () => {
    const { deliver } = openChannel()
    const paragraphs = ['a', 'b', 'c'].map(letter => `${letter} `.repeat(800).trim())
    connector.answerNext(201, 503)

    await expect(deliver('1', paragraphs)).rejects.toThrow('503')
    await deliver('1', paragraphs)

    expect(connector.received.map(({ text }) => text?.[0])).toEqual(['a', 'b', 'c'])
  })
})
