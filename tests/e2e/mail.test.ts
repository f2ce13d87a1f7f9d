import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { readConfig } from '../../adapters/config.ts'
import type { DeskPerson } from '../../bot/desk-person.ts'
import { until } from '../faults/until.ts'
import { emulatorMessage, post } from '../setup/activity.ts'
import { type Connector, startConnector } from '../setup/connector.ts'
import { type MailServer, startMailServer } from '../setup/mail-server.ts'
import { type Service, startService } from '../setup/service.ts'

const ANNA: DeskPerson = { clerkId: 'anna', name: 'Anna Nowak', roles: ['clerk'], departments: ['citizens'] }
const OLA: DeskPerson = { clerkId: 'ola', name: 'Ola Maj', roles: ['supervisor'], departments: [] }

const DEPARTMENT = 'sprawy@powiat.example.pl'
const CITIZEN = 'jan.kowalski@example.pl'
const ADMINISTRATOR = 'it@powiat.example.pl'

describe('letters', () => {
  let mail: MailServer
  let connector: Connector
  let service: Service
  const conversation = { id: randomUUID() }

  beforeEach(async () => {
    mail = await startMailServer()
    connector = await startConnector()
    const settings = {
      PORT: '0',
      SMTP_URL: mail.url,
      MAIL_FROM: 'asystent@powiat.example.pl',
      ALERT_MAIL: ADMINISTRATOR,
    }
    service = await startService({ ...readConfig(settings), relayMs: 20, deskMs: 20 })
    conversation.id = randomUUID()
  })

  afterEach(async () => {
    await service.stop()
    await connector.stop()
    await mail.stop()
  })

  const citizenWrites = (text: string) =>
    post(service.url, emulatorMessage(text, { serviceUrl: connector.url, conversation }))
  const lettersTo = (address: string) => mail.received.filter(({ to }) => to.includes(address))

  async function openTicketByMail(): Promise<void> {
    for (const department of ['general', 'citizens', 'transport'] as const) {
      await service.desk.setDepartment(OLA, department, { hours: null, mail: DEPARTMENT })
    }
    await service.desk.setPresence(ANNA, 'away')
    for (const text of ['chcę rozmawiać z człowiekiem', 'Odpowiedź e-mailem', `mój adres: ${CITIZEN}`]) {
      await citizenWrites(text)
    }
    await until('there is a ticket to be answered by e-mail', async () => {
      const [ticket] = await service.desk.tickets(ANNA)
      return ticket?.ticket?.answerBy === 'e-mail' && (await contactOf(ticket.conversationId)) === CITIZEN
    })
  }
  const contactOf = async (id: string) => (await service.desk.open(ANNA, id))?.contact

  async function clerkAnswers(text: string): Promise<void> {
    const [ticket] = await service.desk.tickets(ANNA)
    const conversationId = ticket?.conversationId ?? ''
    const taken = await service.desk.take(ANNA, { conversationId, commandId: randomUUID() })
    const epoch = taken.kind === 'done' ? taken.conversation.epoch : 0
    await service.desk.write(ANNA, { conversationId, commandId: randomUUID(), epoch, text })
  }

  it('tell the department of a ticket, and bring the answer to whoever wants it by e-mail', async () => {
    await openTicketByMail()
    await clerkAnswers('Tak, proszę przyjść w środę.')

    await until('both letters came', () => mail.received.length === 2)
    const [toldOf] = lettersTo(DEPARTMENT)
    const [answer] = lettersTo(CITIZEN)
    expect(toldOf?.text).toMatch(/Na odpowiedź czeka zgłoszenie Z-1\b/)
    expect(toldOf?.text).toContain(`${service.url}/desk`)
    expect(toldOf?.text).not.toMatch(/człowiekiem|kowalski/)
    expect(answer?.text).toContain('Tak, proszę przyjść w środę.')
    expect(JSON.stringify(service.log)).not.toMatch(/kowalski|środę|sprawy@/)
  })

  it('go later where the mail server refuses them for now', async () => {
    mail.refuse(DEPARTMENT, 451)
    await openTicketByMail()
    await until('the server was asked in vain', () =>
      service.log.some(({ message }) => message === 'delivery failed and will be tried again'),
    )

    mail.refuse(DEPARTMENT, null)

    await until('the letter came', () => lettersTo(DEPARTMENT).length === 1)
  })

  it('that are refused for good alert the administrator', async () => {
    mail.refuse(DEPARTMENT, 550)
    await openTicketByMail()

    await until('the administrator is told', () => lettersTo(ADMINISTRATOR).length === 1)
    expect(lettersTo(ADMINISTRATOR)[0]?.text).toContain('nie udało się dostarczyć: 1.')
    expect(JSON.stringify(service.log)).not.toContain('sprawy@')
  })
})
