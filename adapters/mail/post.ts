import { DeliveryError } from '../../bot/delivery-error.ts'
import type { Letter } from './compose-mail.ts'

type Person = { readonly name: string; readonly address: string }

type Envelope = Letter & { readonly from: Person; readonly to: Person; readonly messageId: string }

/** Resolves when the mail server has taken the letter; throws `DeliveryError` otherwise, without addresses in it. */
export type Post = (letter: Envelope) => Promise<void>

const SECOND = 1000

/** Less than a relay waits. */
const PATIENCE = { connectionTimeout: 8 * SECOND, greetingTimeout: 8 * SECOND, socketTimeout: 15 * SECOND }

/** What the server said of this letter or its addresses, as opposed to the connection or the sign-in. */
const OF_THE_LETTER = ['EENVELOPE', 'EMESSAGE']

/** The password or the encryption is not right: no letter gets through until somebody mends a setting. */
const OF_THE_SETTINGS = ['EAUTH', 'ENOAUTH', 'EOAUTH2']

/** The server wants a sign-in, or a better one, whatever it was asked with. */
const SIGN_IN_WANTED = [530, 534, 535, 538]

/** A certificate that is not trusted comes under the code of any lost connection, and so does an answer that is not encrypted. */
const OF_ENCRYPTION = /certificate|\b(ssl|tls)\b/i

/** The way to a mail server. Letters cross a network only encrypted. */
export async function createPost(smtpUrl: string): Promise<Post> {
  const { createTransport } = await import('nodemailer')
  const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(smtpUrl).hostname)
  const transport = createTransport({
    url: smtpUrl,
    requireTLS: !isLocal,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...PATIENCE,
  })
  return async letter => {
    try {
      await transport.sendMail({ ...letter, headers: { 'Auto-Submitted': 'auto-generated' } })
    } catch (error) {
      throw refusalOf(error)
    }
  }
}

/** What nodemailer tells of a failure. `code` is its own, `originalCode` the system's. */
type Failure = Readonly<Record<'code' | 'originalCode' | 'command' | 'responseCode' | 'message', unknown>>

/** The server's own words may quote addresses, so that only its code is kept. */
function refusalOf(error: unknown): DeliveryError {
  const failure: Failure = Object(error)
  const { code, responseCode } = failure
  const needsRepair = isOfTheSettings(failure)
  const isFinal = !needsRepair && OF_THE_LETTER.includes(String(code)) && Number(responseCode) >= 500
  const said = [code, responseCode].filter(Boolean).join(' ')
  const what = needsRepair ? 'lets nobody sign in or encrypt: see SMTP_URL' : 'did not take it'
  return new DeliveryError(`the mail server ${what} (${said})`, isFinal, { needsRepair })
}

function isOfTheSettings({ code, originalCode, command, responseCode, message }: Failure): boolean {
  const answer = Number(responseCode)
  // "Not now", whatever it was asked for.
  if (answer >= 400 && answer < 500) return false
  // A connection that breaks during the handshake speaks of TLS too, under either code; only an answer is about STARTTLS.
  if (code === 'ESOCKET') return originalCode !== 'ECONNRESET' && OF_ENCRYPTION.test(String(message))
  if (code === 'ETLS') return command === 'STARTTLS'
  return OF_THE_SETTINGS.includes(String(code)) || SIGN_IN_WANTED.includes(answer)
}
