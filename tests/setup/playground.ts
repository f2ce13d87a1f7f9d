import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'

export type Playground = { readonly url: string; readonly stop: () => Promise<void> }

/** Starts the real Agents Playground as a tester does. It listens on all interfaces, which it cannot be told otherwise. */
export async function startPlayground(endpoint: string): Promise<Playground> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'playground-'))
  const args = ['start', '-e', endpoint, '-c', 'emulator', '-p', String(port), '--disable-telemetry']
  const child = spawn(process.execPath, [playgroundProgram(), ...args], {
    env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'log.txt') },
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: folder,
  })
  await listening(child, port)
  return {
    url: `http://localhost:${port}`,
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function playgroundProgram(): string {
  return join(import.meta.dirname, '../../node_modules/.bin/agentsplayground')
}

/** Its output names the port once it listens. */
async function listening(child: ChildProcess, port: number): Promise<void> {
  let output = ''
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8')
      if (output.includes(String(port))) resolve()
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', code => reject(new Error(`the Playground ended with ${code}: ${output}`)))
  })
}
