import { spawn } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { APP_SECRET, type GraphStandIn, PAGE_TOKEN, startGraphStandIn } from '../setup/graph-stand-in.ts'

let graph: GraphStandIn

beforeEach(async () => {
  graph = await startGraphStandIn()
})

afterEach(() => graph.stop())

const settings = (more: Readonly<Record<string, string>> = {}) => ({
  MESSENGER_VERIFY_TOKEN: 'fake-word',
  MESSENGER_APP_SECRET: APP_SECRET,
  MESSENGER_PAGE_ACCESS_TOKEN: PAGE_TOKEN,
  MESSENGER_GRAPH_URL: graph.url,
  ...more,
})

/** Runs the command as its npm script does, with these settings alone. */
async function run(command: string, environment: Readonly<Record<string, string>> = settings()) {
  const child = spawn(process.execPath, ['adapters/command-line/messenger.ts', command], { env: environment })
  const read = async (stream: NodeJS.ReadableStream) => (await Array.fromAsync(stream)).join('')
  const { promise: ended, resolve } = Promise.withResolvers<number | null>()
  child.once('close', resolve)
  const [out, errors, status] = await Promise.all([read(child.stdout), read(child.stderr), ended])
  return { status, out, errors }
}

describe('npm run messenger', () => {
  it('sets greeting, start button, menu and subscriptions, and says so', async () => {
    const { status, out } = await run('setup')

    expect(status).toBe(0)
    expect(graph.faults).toEqual([])
    expect(graph.profile()).toMatchObject({
      greeting: [{ text: expect.stringMatching(/automatyczny asystent.*w Starostwie Powiatowym w Świebodzinie/) }],
      get_started: { payload: 'action:start' },
      persistent_menu: [
        {
          call_to_actions: [
            { title: 'Zadaj pytanie' },
            { title: 'Pracownik' },
            { title: 'Prywatność' },
            { title: 'Kopia moich danych' },
            { title: 'Usuń moje dane' },
          ],
        },
      ],
    })
    expect(out).toMatch(/greeting: Odpowiada[\s\S]*menu: Zadaj pytanie · Pracownik[\s\S]*messaging_postbacks/)
  })

  it('finds everything right after that', async () => {
    await run('setup')

    const { status, out } = await run('check')

    expect(status).toBe(0)
    expect(out).toMatch(/right: the token is that of the page "Starostwo \(test\)" \(1081\)/)
    expect(out).not.toContain('WRONG')
  })

  it('says what is missing before that, and what to do', async () => {
    const { status, out } = await run('check')

    expect(status).toBe(1)
    expect(out).toMatch(/WRONG: the page does not send us: messages, messaging_postbacks\n.*npm run messenger -- setup/)
    expect(out).toMatch(/WRONG: set otherwise than here: greeting, start button, menu/)
  })

  it.each([
    ['token', { MESSENGER_PAGE_ACCESS_TOKEN: 'fake-expired' }, /401\/190: Invalid OAuth access token/],
    ['app secret', { MESSENGER_APP_SECRET: 'fake-other' }, /Invalid appsecret_proof/],
  ])('tells a wrong %s, and keeps it secret', async (_what, wrong, expected) => {
    const { status, out, errors } = await run('check', settings(wrong))

    expect(status).toBe(1)
    expect(out).toMatch(expected)
    expect(out).toContain('docs/messenger.md')
    expect(out + errors).not.toContain('fake-')
  })

  it.each([
    ['check', { MESSENGER_APP_SECRET: 'fake' }, /MESSENGER_VERIFY_TOKEN: must be set when another/],
    ['check', {}, /must be set. docs\/messenger.md says where to find them/],
    ['setup', { MESSENGER_GRAPH_URL: 'graph' }, /MESSENGER_GRAPH_URL: must be a web address/],
    ['begin', {}, /Usage:/],
  ])('explains a wrong call: %s %j', async (command, environment, expected) => {
    const { status, errors } = await run(command, environment)

    expect(status).toBe(2)
    expect(errors).toMatch(expected)
  })

  it('says that Meta cannot be reached', async () => {
    const { status, errors } = await run('setup', settings({ MESSENGER_GRAPH_URL: 'http://127.0.0.1:1' }))

    expect(status).toBe(2)
    expect(errors).toContain('the Graph API could not be reached')
  })
})
