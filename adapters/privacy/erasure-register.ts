import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { ERASERS, type Erasure, type ErasureRegister, RegisterError } from '../../bot/erasing.ts'

const READABLE_BY_US = 0o600
const NEW_LINE = '\n'.charCodeAt(0)

const entrySchema = z.object({
  at: z.iso.datetime().transform(at => new Date(at)),
  conversationId: z.uuid(),
  number: z.number().int(),
  by: z.enum(ERASERS),
})

/** The register as a file of JSON lines that is only added to; replicas may share it. */
export function createErasureRegister(path: string): ErasureRegister {
  return {
    async note(erasures) {
      const lines = erasures.map(({ at, ...erasure }) => `${JSON.stringify({ at: at.toISOString(), ...erasure })}\n`)
      await append(path, lines.join('')).catch((cause: unknown) => {
        throw new RegisterError(
          `ERASURE_REGISTER: ${path} cannot be written (${reasonOf(cause)}), so nothing was erased. Give the service a file that it may write to, and ask again.`,
          { cause },
        )
      })
    },

    async read() {
      // Made here, so that a file that cannot be written stops the start and not the first wish to be erased.
      const text = await append(path, '')
        .then(() => readFile(path, 'utf8'))
        .catch((cause: unknown) => {
          throw new RegisterError(
            `ERASURE_REGISTER: ${path} cannot be read and written (${reasonOf(cause)}). Name a file that the service may write to.`,
            { cause },
          )
        })
      return text.split('\n').flatMap((line, index) => (isCut(line) ? [] : [readEntry(line, `${path}:${index + 1}`)]))
    },
  }
}

/** Adds whole lines, safe from a loss of power. */
async function append(path: string, lines: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a+', READABLE_BY_US)
  try {
    const { size } = await file.stat()
    const { buffer: last } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1))
    const isNewLine = size === 0 || last[0] === NEW_LINE
    await file.appendFile(isNewLine || lines === '' ? lines : `\n${lines}`)
    await file.sync()
    if (size === 0) await syncFolder(dirname(path))
  } finally {
    await file.close()
  }
}

/** A line whose writing was cut off: it was not answered for, so nothing was erased for it. */
function isCut(line: string): boolean {
  return line === '' || (line.startsWith('{') && !line.endsWith('}'))
}

/** A new name in a folder is lost with the power unless the folder is written too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

function readEntry(line: string, where: string): Erasure {
  const entry = entrySchema.safeParse(parsed(line))
  if (entry.success) return entry.data
  throw new RegisterError(
    `ERASURE_REGISTER: ${where}: this is no entry of the register. Mend the line from a copy of the file, or take it away if it names no conversation.`,
  )
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function reasonOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error)
}
