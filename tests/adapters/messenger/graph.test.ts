import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createGraph } from '../../../adapters/messenger/graph.ts'
import { type GraphStandIn, PAGE, startGraphStandIn } from '../../setup/graph-stand-in.ts'
import { messengerSettings } from '../../setup/messenger.ts'

let standIn: GraphStandIn

beforeEach(async () => {
  standIn = await startGraphStandIn()
})

afterEach(() => standIn.stop())

const graph = (timeoutMs?: number) => createGraph(messengerSettings(standIn), timeoutMs)

describe('the Graph API', () => {
  it('is asked with the token in a header and the proof of its app', async () => {
    expect(await graph().get('me', { fields: 'id,name' })).toEqual(PAGE)
  })

  it.each([
    [
      { code: 613, message: 'too many' },
      { status: 400, code: 613, subcode: null, message: expect.stringContaining('400/613: too many') },
    ],
    [
      { status: 500, code: 2, subcode: 7 },
      { status: 500, code: 2, subcode: 7 },
    ],
    [{ status: 502 }, { status: 502, code: null, subcode: null }],
  ])('refuses with its own numbers: %j', async (refusal, expected) => {
    standIn.refuseAll(refusal)

    await expect(graph().post('me/messages', {})).rejects.toMatchObject({ name: 'GraphError', ...expected })
  })

  it('is not waited for where it hangs', async () => {
    standIn.refuseAll({ hangs: true })

    await expect(graph(50).get('me')).rejects.toMatchObject({ name: 'GraphError', status: 0 })
  })

  it('is not waited for longer than its caller does', async () => {
    standIn.refuseAll({ hangs: true })

    await expect(graph().post('me/messages', {}, AbortSignal.timeout(50))).rejects.toMatchObject({ status: 0 })
  })

  it('cannot be reached where nobody listens', async () => {
    const nobody = createGraph(messengerSettings({ url: 'http://127.0.0.1:1' }))

    await expect(nobody.get('me')).rejects.toMatchObject({ status: 0, message: 'the Graph API could not be reached' })
  })
})
