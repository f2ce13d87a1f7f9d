import type { IncomingMessage } from 'node:http'
import { RequestError } from './request-error.ts'

/** More than any page or person has to say at once. */
export const MAX_BODY_BYTES = 64 * 1024

/** Deeper JSON than this is nobody's message. */
const MAX_DEPTH = 20

/** The bytes of a request's body. Throws `RequestError` 413 once there are more than `maxBytes`. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const tooLarge = () => new RequestError(413, 'PayloadTooLarge', `The body must have at most ${maxBytes} bytes.`)
  if (Number(request.headers['content-length']) > maxBytes) throw tooLarge()
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Reads JSON as foreign data. Throws `RequestError` 400 when it is none, or nested too deeply. */
export function parseJson(bytes: Buffer): unknown {
  if (depthOf(bytes) > MAX_DEPTH) {
    throw new RequestError(400, 'TooDeep', `The JSON must be nested at most ${MAX_DEPTH} levels deep.`)
  }
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new RequestError(400, 'BadJson', 'The body must be JSON in UTF-8.')
  }
}

/** Levels of brackets outside of strings. */
function depthOf(bytes: Buffer): number {
  let depth = 0
  let deepest = 0
  let isInString = false
  for (let index = 0; index < bytes.length; index++) {
    const sign = bytes[index]
    if (isInString) {
      if (sign === 0x5c) index++
      else if (sign === 0x22) isInString = false
    } else if (sign === 0x22) isInString = true
    else if (sign === 0x7b || sign === 0x5b) deepest = Math.max(deepest, ++depth)
    else if (sign === 0x7d || sign === 0x5d) depth--
  }
  return deepest
}
