import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { freePort } from './free-port.ts'

export type ReceivedLetter = {
  readonly from: string
  readonly to: readonly string[]
  /** Of the header, as they came. */
  readonly headers: readonly string[]
  readonly text: string
}

export type MailServer = {
  readonly url: string
  readonly received: readonly ReceivedLetter[]
  /** Answers with this code to this recipient from now on; takes them again with null. */
  readonly refuse: (address: string, code: number | null) => void
  readonly stop: () => Promise<void>
}

const OPEN: SMTPServerOptions = { disabledCommands: ['AUTH', 'STARTTLS'] }

/** A mail server on a free port of this machine. `options`: to sign in and encrypt, which it otherwise asks of nobody. */
export async function startMailServer(options: SMTPServerOptions = OPEN): Promise<MailServer> {
  const received: ReceivedLetter[] = []
  const refusals = new Map<string, number | null>()
  const server = new SMTPServer({
    ...options,
    onRcptTo(address, _session, done) {
      const refusal = refusals.get(address.address) ?? null
      if (refusal === null) done()
      else done(Object.assign(new Error(`<${address.address}> is not taken`), { responseCode: refusal }))
    },
    onData(stream, { envelope }, done) {
      buffer(stream)
        .then(letter => {
          received.push({ ...readLetter(letter.toString('utf8')), ...addressesOf(envelope) })
          done()
        })
        .catch(done)
    },
  })
  // A sender that trusts no certificate breaks off.
  server.on('error', () => undefined)
  const port = await freePort()
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: (address, code) => {
      refusals.set(address, code)
    },
    stop: () => new Promise(resolve => server.close(() => resolve())),
  }
}

type Address = { readonly address: string }

function addressesOf({ mailFrom, rcptTo }: { mailFrom: Address | false; rcptTo: readonly Address[] }) {
  return { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) }
}

/** Headers unfolded, and encoded words as they are read. */
function readLetter(letter: string): Pick<ReceivedLetter, 'headers' | 'text'> {
  const end = letter.indexOf('\r\n\r\n')
  const headers = letter
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map(readWords)
  const body = letter.slice(end + 4)
  const isQuoted = headers.some(header => /^content-transfer-encoding: quoted-printable/i.test(header))
  const isBase64 = headers.some(header => /^content-transfer-encoding: base64/i.test(header))
  const bytes = isBase64 ? Buffer.from(body, 'base64') : Buffer.from(isQuoted ? unquoted(body) : body, 'latin1')
  return { headers, text: isQuoted || isBase64 ? bytes.toString('utf8') : body }
}

function unquoted(text: string): string {
  return text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function readWords(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?(q|b)\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : Buffer.from(unquoted(text.replaceAll('_', ' ')), 'latin1').toString('utf8'),
    )
}
