import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { SMTPServerOptions } from 'smtp-server'
import { createMailChannel } from '../../../adapters/mail/mail-channel.ts'
import { DeliveryError } from '../../../bot/delivery-error.ts'
import type { MailSubject } from '../../../bot/mail.ts'
import type { ExplainedReply } from '../../../bot/turn.ts'
import { paragraph } from '../../../dialogs/reply.ts'
import { ANNA } from '../../fixtures/desk.ts'
import { createKnowledge } from '../../fixtures/knowledge.ts'
import { type MailServer, startMailServer } from '../../setup/mail-server.ts'

const knowledge = createKnowledge()
const DESK = 'https://asystent.example.pl/desk'
const FROM = 'asystent@powiat.example.pl'

const words: ExplainedReply = {
  reply: { blocks: [paragraph('Tak, żółta karta wystarczy.'), paragraph('.')], choices: [] },
  explanation: null,
  by: ANNA,
}
const nothing: ExplainedReply = { reply: { blocks: [], choices: [] }, explanation: null }

const TICKET: MailSubject = {
  kind: 'ticket',
  to: 'komunikacja@powiat.example.pl',
  ticket: 'Z-7',
  department: 'transport',
  since: '2026-11-25T10:05:00.000Z',
}
const answerTo = (to: string | null): MailSubject => ({ kind: 'answer', to, ticket: 'Z-7' })

describe('the mail channel', () => {
  let server: MailServer

  beforeEach(async () => {
    server = await startMailServer()
  })
  afterEach(() => server.stop())

  function send(about: MailSubject, reply: ExplainedReply, alertTo?: string): Promise<void> {
    const settings = { smtpUrl: server.url, from: FROM, alertTo }
    const channel = createMailChannel({ settings, knowledge: () => knowledge, deskUrl: () => DESK })
    return channel.deliver(JSON.stringify({ messageId: 'one-letter', about }), reply, '1')
  }

  const failureOf = (sending: Promise<void>): Promise<unknown> =>
    sending.then(
      () => undefined,
      (error: unknown) => error,
    )

  /** What a letter to a citizen meets there. */
  function failureAt(smtpUrl: string): Promise<unknown> {
    const channel = createMailChannel({
      settings: { smtpUrl, from: FROM },
      knowledge: () => knowledge,
      deskUrl: () => DESK,
    })
    return failureOf(channel.deliver(JSON.stringify({ messageId: 'x', about: answerTo('jan@example.pl') }), words, '1'))
  }

  it('tells a department of a ticket: which, since when and where, and not a word of what was asked', async () => {
    await send(TICKET, nothing)

    expect(server.received).toHaveLength(1)
    expect(server.received[0]).toMatchObject({ from: FROM, to: ['komunikacja@powiat.example.pl'] })
    expect(server.received[0]?.headers).toEqual(
      expect.arrayContaining([
        'Subject: Nowe zgłoszenie Z-7',
        'Message-ID: <one-letter@powiat.example.pl>',
        'Auto-Submitted: auto-generated',
      ]),
    )
    expect(server.received[0]?.text.trim().split(/\s*\r?\n\s*\r?\n/)).toEqual([
      'Na odpowiedź czeka zgłoszenie Z-7. Odpowiada pracownik od pojazdów i prawa jazdy. Czeka od: 25 listopada 2026 r., 11:05.',
      `Treść zgłoszenia jest tylko w panelu pracownika: ${DESK}`,
      'Na ten list nie odpowiadaj: wysyła go automat i nikt nie czyta odpowiedzi.',
    ])
  })

  it("brings a clerk's answer whole, signed, with nothing of it in the header", async () => {
    await send(answerTo('jan@example.pl'), words)

    const [letter] = server.received
    expect(letter?.to).toEqual(['jan@example.pl'])
    expect(letter?.headers).toContain('Subject: Odpowiedź na zgłoszenie Z-7')
    expect(letter?.headers.join('\n')).not.toMatch(/żółta|Nowak/)
    expect(letter?.text).toMatch(/Tak, żółta karta wystarczy\.\s+\.\s+Anna Nowak, pracownik urzędu/)
  })

  it('tells administrators how many deliveries were given up', async () => {
    await send({ kind: 'alert', deadLetters: 3, blocked: 0 }, nothing, 'it@powiat.example.pl')

    expect(server.received[0]?.to).toEqual(['it@powiat.example.pl'])
    expect(server.received[0]?.text).toContain('nie udało się dostarczyć: 3.')
    expect(server.received[0]?.text).not.toContain('token')
  })

  it('tells them what is blocked until they mend it, and nothing once all is well', async () => {
    await send({ kind: 'alert', deadLetters: 0, blocked: 2 }, nothing, 'it@powiat.example.pl')
    await send({ kind: 'alert', deadLetters: 0, blocked: 0 }, nothing, 'it@powiat.example.pl')

    expect(server.received).toHaveLength(1)
    expect(server.received[0]?.text).toMatch(/odrzuca token[\s\S]*czekają odpowiedzi: 2\./)
    expect(server.received[0]?.text).not.toContain('nie udało się dostarczyć')
  })

  it.each([
    'jan@example.pl\r\nBcc: ewa@example.pl',
    'jan@example.pl\nSubject: inny',
    'jan@example.pl, ewa@example.pl',
    'Jan <jan@example.pl>',
    'jan@example.pl;ewa@example.pl',
    '"a b"@example.pl',
    'jan',
    '',
  ])('sends nothing to %j, which is not one address', async to => {
    const failure = await failureOf(send(answerTo(to), words))

    expect(failure).toMatchObject({ name: 'DeliveryError', isFinal: true })
    expect(server.received).toEqual([])
  })

  it('lets no office name, ticket or answer begin a header', async () => {
    const evil = 'x\r\nBcc: ewa@example.pl'
    const settings = { smtpUrl: server.url, from: FROM }
    const office = { ...knowledge.office, name: evil }
    const channel = createMailChannel({
      settings,
      knowledge: () => ({ ...knowledge, office }),
      deskUrl: () => DESK,
    })
    const about = { ...answerTo('jan@example.pl'), ticket: evil }

    await channel.deliver(JSON.stringify({ messageId: evil, about }), { ...words, by: { id: 'e', name: evil } }, '1')

    expect(server.received[0]?.to).toEqual(['jan@example.pl'])
    expect(server.received[0]?.headers.filter(header => /^bcc:/i.test(header))).toEqual([])
  })

  it('gives up what the server refuses for good, and names no address', async () => {
    server.refuse('jan@example.pl', 550)

    const failure = await failureOf(send(answerTo('jan@example.pl'), words))

    expect(failure).toBeInstanceOf(DeliveryError)
    expect(failure).toMatchObject({ isFinal: true, message: 'the mail server did not take it (EENVELOPE 550)' })
    expect(JSON.stringify(failure)).not.toContain('jan@')
  })

  it('tries again what the server refuses for now, or cannot be asked', async () => {
    server.refuse('jan@example.pl', 451)
    const refused = await failureOf(send(answerTo('jan@example.pl'), words))
    await server.stop()
    const unreachable = await failureOf(send(answerTo('jan@example.pl'), words))

    expect(refused).toMatchObject({ isFinal: false, message: 'the mail server did not take it (EENVELOPE 451)' })
    expect(unreachable).toMatchObject({ isFinal: false })
  })

  it.each<[string, SMTPServerOptions, string]>([
    [
      'a wrong password',
      {
        disabledCommands: ['STARTTLS'],
        onAuth: (_auth, _session, done) => done(Object.assign(new Error('wrong'), { responseCode: 535 })),
      },
      'smtp://office:wrong@',
    ],
    ['a missing password', { disabledCommands: ['STARTTLS'], onAuth: () => undefined }, 'smtp://'],
    ['an encryption that is not trusted', { disabledCommands: ['AUTH'] }, 'smtp://'],
  ])('waits for a repair where the settings are at fault: %s', async (_what, options, before) => {
    await server.stop()
    server = await startMailServer(options)

    const failure = await failureAt(server.url.replace('smtp://', before))

    expect(failure).toMatchObject({ isFinal: false, needsRepair: true })
    expect(String(failure)).toContain('SMTP_URL')
    expect(String(failure)).not.toMatch(/wrong|jan@/)
  })

  const HANG_UP = (socket: Socket) => socket.destroy()
  const RESET = (socket: Socket) => socket.resetAndDestroy()
  const NOT_NOW = (socket: Socket) => socket.write('454 4.7.0 not now\r\n')
  const GO_ON = (socket: Socket) => socket.write('220 go on\r\n')

  it.each<[string, string, (socket: Socket) => void, (socket: Socket) => void]>([
    ['hangs up before it encrypts', 'smtp', HANG_UP, HANG_UP],
    ['cannot encrypt at the moment', 'smtp', NOT_NOW, HANG_UP],
    ['hangs up while it encrypts', 'smtp', GO_ON, HANG_UP],
    ['is gone while it encrypts', 'smtp', GO_ON, RESET],
    ['hangs up at once', 'smtps', HANG_UP, HANG_UP],
    ['is gone at once', 'smtps', RESET, RESET],
  ])('tries again, and blames no setting, where the server %s', async (_what, scheme, atStart, atHello) => {
    const encrypting = createServer(socket => {
      if (scheme === 'smtp') socket.write('220 mail\r\n')
      socket.on('error', () => undefined)
      socket.on('data', bytes => {
        const said = bytes.toString('latin1')
        if (said.startsWith('EHLO')) socket.write('250-mail\r\n250 STARTTLS\r\n')
        else if (said.startsWith('STARTTLS')) atStart(socket)
        else atHello(socket)
      })
    }).listen(0, '127.0.0.1')
    await once(encrypting, 'listening')
    const { port } = encrypting.address() as AddressInfo

    const failure = await failureAt(`${scheme}://127.0.0.1:${port}`)
    encrypting.close()

    expect(failure).toMatchObject({ name: 'DeliveryError', isFinal: false, needsRepair: false })
  })

  it('tries again where the server lets nobody sign in at the moment', async () => {
    await server.stop()
    server = await startMailServer({
      disabledCommands: ['STARTTLS'],
      onAuth: (_auth, _session, done) => done(Object.assign(new Error('not now'), { responseCode: 454 })),
    })

    const failure = await failureAt(server.url.replace('smtp://', 'smtp://office:right@'))

    expect(failure).toMatchObject({ isFinal: false, needsRepair: false })
  })
})
