import { spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { COMPILE_CACHE } from '../setup/compile-cache.ts'
import { APP_SECRET, type GraphStandIn, PAGE_TOKEN, startGraphStandIn } from '../setup/graph-stand-in.ts'

// What the command says and does is in tests/adapters/messenger/check-page.test.ts; here it is a process.

type Ended = { readonly status: number | null; readonly out: string; readonly errors: string }

let graph: GraphStandIn
let setUp: Ended
let refused: Ended
let unset: Ended

beforeAll(async () => {
  graph = await startGraphStandIn()
  const settings = {
    MESSENGER_VERIFY_TOKEN: 'fake-word',
    MESSENGER_APP_SECRET: APP_SECRET,
    MESSENGER_PAGE_ACCESS_TOKEN: PAGE_TOKEN,
    MESSENGER_GRAPH_URL: graph.url,
  }
  ;[setUp, refused, unset] = await Promise.all([
    run('setup', settings),
    run('check', { ...settings, MESSENGER_PAGE_ACCESS_TOKEN: 'fake-expired' }),
    run('check', { MESSENGER_APP_SECRET: APP_SECRET }),
  ])
}, 60_000)

afterAll(() => graph?.stop())

/** Runs the command as its npm script does, with these settings alone. */
async function run(command: string, environment: Readonly<Record<string, string>>): Promise<Ended> {
  const child = spawn(process.execPath, ['adapters/command-line/messenger.ts', command], {
    env: { ...environment, ...COMPILE_CACHE },
  })
  const read = async (stream: NodeJS.ReadableStream) => (await Array.fromAsync(stream)).join('')
  const { promise: ended, resolve } = Promise.withResolvers<number | null>()
  child.once('close', resolve)
  const [out, errors, status] = await Promise.all([read(child.stdout), read(child.stderr), ended])
  return { status, out, errors }
}

describe('npm run messenger', () => {
  it('sets the page up with the name of the office', () => {
    expect(setUp).toMatchObject({ status: 0, out: expect.stringContaining('Now run "npm run messenger -- check"') })
    expect(graph.profile()?.greeting[0]?.text).toContain('w Starostwie Powiatowym w Świebodzinie')
    expect(graph.faults).toEqual([])
  })

  it('tells what is wrong at Meta, and keeps secrets', () => {
    expect(refused.status).toBe(1)
    expect(refused.out).toMatch(/WRONG: .*401\/190: Invalid OAuth access token.*\n.*docs\/messenger\.md/)
    expect(refused.out + refused.errors).not.toContain('fake-')
  })

  it('tells what is wrong with the settings', () => {
    expect(unset.status).toBe(2)
    expect(unset.errors).toMatch(/MESSENGER_VERIFY_TOKEN: must be set when another/)
  })
})
