import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from '@jest/globals'

const SECONDS = 1

/** Runs a process under the watchdog to its end. */
async function run(...args: readonly (string | number)[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'watched.ts'), ...args.map(String)])
  const ended = once(child, 'exit')
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  const endedAt = Date.now()
  const [code, signal] = await ended
  return { code, signal, output, errors, endedAt }
}

describe('a process under the watchdog', () => {
  it.concurrent('is ended once its main thread is blocked', async () => {
    const { signal, output, errors, endedAt } = await run(SECONDS, 1500, 'block')

    expect(signal).toBe('SIGKILL')
    expect(endedAt - Number(output)).toBeLessThan(2 * SECONDS * 1000)
    expect(JSON.parse(errors)).toMatchObject({ level: 60, msg: expect.stringContaining('main thread is blocked') })
  })

  it.concurrent('is let be while it ticks, and ends by itself', async () => {
    expect(await run(SECONDS, 3200)).toMatchObject({ code: 0, signal: null, errors: '' })
  })
})
