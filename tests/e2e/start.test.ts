import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, cpSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it } from '@jest/globals'
import { realKnowledge } from '../setup/knowledge.ts'
import { temporaryFolder } from '../setup/temporary-folder.ts'

const ROOT = join(import.meta.dirname, '../..')

const OPTIONS = ['--disable-warning=ExperimentalWarning', '--import', './adapters/command-line/keep-compiled.ts']

let child: ChildProcess | undefined

afterEach(() => {
  child?.kill('SIGKILL')
})

/** Starts the program as `npm start` does. */
function start(settings: Record<string, string>) {
  const running = spawn(process.execPath, [...OPTIONS, 'main.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir(), DRAIN_SECONDS: '0.1', ...settings },
  })
  child = running
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk.toString('utf8')
  }
  running.stdout.on('data', collect)
  running.stderr.on('data', collect)
  return {
    process: running,
    output: () => output,
    async until(pattern: RegExp): Promise<RegExpExecArray> {
      for (;;) {
        const found = pattern.exec(output)
        if (found) return found
        await Promise.race([once(running.stdout, 'data'), once(running.stderr, 'data'), once(running, 'exit')])
        if (running.exitCode !== null && !pattern.test(output)) throw new Error(`ended without ${pattern}: ${output}`)
      }
    },
    async end(): Promise<number | null> {
      if (running.exitCode === null) await once(running, 'close')
      return running.exitCode
    },
  }
}

describe('the program', () => {
  it('serves after a start without settings, and ends on SIGTERM', async () => {
    realKnowledge()
    const running = start({})

    const [, url] = await running.until(/"ready at (http:\/\/127\.0\.0\.1:\d+);/)
    const live = await fetch(`${url}/health/live`)
    const ready = await fetch(`${url}/health/ready`)
    running.process.kill('SIGTERM')

    expect([live.status, ready.status, await running.end()]).toEqual([200, 200, 0])
  })

  it('prints a one-time link that creates the first administrator, to the terminal alone', async () => {
    realKnowledge()
    const running = start({ LOG_LEVEL: 'error' })

    const [, link = ''] = await running.until(/the first administrator of the desk, once:\n {2}(http\S+)\n/)
    const page = await fetch(link)

    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Utwórz konto administratora')])
  })

  it('D6: ends at once where another process has taken its file while it stood still', async () => {
    realKnowledge()
    const folder = dataDir()
    const running = start({ DATA_DIR: folder })
    const [, url] = await running.until(/"ready at (http:\/\/127\.0\.0\.1:\d+);/)

    const database = new DatabaseSync(join(folder, 'assistant.db'))
    database.exec(`UPDATE service_lock SET holder = 'another'`)
    database.close()
    await fetch(`${url}/health/ready`).catch(() => 'it has ended')

    expect(await running.end()).toBe(1)
    expect(running.output()).toMatch(/assistant\.db was taken by another process/)
  })

  it('says that it is not ready while the knowledge is prepared', async () => {
    const folder = changedContent()
    const running = start({ KNOWLEDGE_DIR: folder, LOG_LEVEL: 'info' })

    await running.until(/preparing the knowledge/)
    const [port] = /(?<=listening on http:\/\/127\.0\.0\.1:)\d+/.exec(running.output()) ?? []
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`)
    const live = await fetch(`http://127.0.0.1:${port}/health/live`)
    const asked = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })

    expect([ready.status, live.status, asked.status, asked.headers.get('retry-after')]).toEqual([503, 200, 503, '5'])
  })

  it('refuses to start with bad settings, all listed', async () => {
    const running = start({ PORT: 'five', LOG_LEVEL: 'loud' })

    expect(await running.end()).toBe(1)
    expect(running.output()).toMatch(/These settings need attention[\s\S]*PORT: [\s\S]*LOG_LEVEL: /)
  })

  it('refuses to start with bad knowledge, file and line named', async () => {
    const folder = changedContent()
    writeFileSync(join(folder, 'office.yaml'), 'name: [')
    const running = start({ KNOWLEDGE_DIR: folder })

    expect(await running.end()).toBe(1)
    expect(running.output()).toMatch(/office\.yaml:1: niepoprawny YAML/)
  })

  it('refuses to start without its knowledge folder', async () => {
    const running = start({ KNOWLEDGE_DIR: '/nowhere/content' })

    expect(await running.end()).toBe(1)
    expect(running.output()).toMatch(/\/nowhere\/content:1: takiego katalogu nie ma/)
  })

  it('says which port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const running = start({ PORT: String(port) })

    const status = await running.end()
    other.close()

    expect(status).toBe(1)
    expect(running.output()).toContain(`cannot listen on 127.0.0.1:${port} (EADDRINUSE)`)
  })
})

function dataDir(): string {
  return temporaryFolder()
}

/** A copy of the content that was never prepared. */
function changedContent(): string {
  const folder = temporaryFolder()
  cpSync(join(ROOT, 'knowledge/content'), folder, { recursive: true })
  appendFileSync(join(folder, 'office.yaml'), `# ${folder}\n`)
  return folder
}
