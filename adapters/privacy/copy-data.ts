import type { ConversationCopy } from '../../bot/records.ts'
import { channelName } from '../../dialogs/channel-name.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { toMessageData } from './to-message-data.ts'

/** The copy for programs, as JSON. Its names are Polish: whoever it is about opens it too. */
export function copyData({ record, messages, tickets, ratings, learnt }: ConversationCopy, now: Date): object {
  const { citizen, answerWays, notes } = PHRASES.pl.rights.copy
  return {
    numer: record.number,
    dlugiNumer: record.conversationId,
    skad: channelName(record.source),
    poczatek: record.openedAt,
    ostatniaZmiana: record.activeAt,
    kopiaZDnia: now,
    wiadomosci: messages.map(message => toMessageData(message, citizen)),
    zgloszenia: tickets.map(ticket => ({
      numer: ticket.number,
      wydzial: PHRASES.pl.desk.departments[ticket.department],
      otwarte: ticket.openedAt,
      zamkniete: ticket.closedAt,
      odpowiedz: answerWays[ticket.answerBy],
      kontakt: ticket.contact,
    })),
    ocenyPracownika: ratings.map(({ at, stars, comment }) => ({ kiedy: at, gwiazdki: stars, komentarz: comment })),
    pytaniaDoNauki: learnt.map(({ seq, question, decision, isHelpful }) => ({
      lp: seq,
      pytanie: question,
      decyzja: decision,
      pomoglo: isHelpful,
    })),
    uwagi: notes,
  }
}
