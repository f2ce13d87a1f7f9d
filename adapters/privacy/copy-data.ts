import type { Message } from '../../bot/message.ts'
import type { ConversationCopy } from '../../bot/records.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { plainText } from '../../dialogs/reply.ts'

/** The copy for programs, as JSON. Its names are Polish: whoever it is about opens it too. */
export function copyData({ record, messages, tickets, ratings, learnt }: ConversationCopy, now: Date): object {
  const { channelName, notes } = PHRASES.pl.rights.copy
  return {
    numer: record.number,
    dlugiNumer: record.conversationId,
    skad: channelName(record.source),
    poczatek: record.openedAt,
    ostatniaZmiana: record.activeAt,
    kopiaZDnia: now,
    wiadomosci: messages.map(message => ({
      lp: message.seq,
      kto: speakerOf(message),
      kiedy: message.writtenAt,
      tresc: typeof message.content === 'string' ? message.content : plainText(message.content.reply),
    })),
    zgloszenia: tickets.map(ticket => ({
      numer: ticket.number,
      wydzial: PHRASES.pl.desk.departments[ticket.department],
      otwarte: ticket.openedAt,
      zamkniete: ticket.closedAt,
      odpowiedz: PHRASES.pl.rights.copy.answerWays[ticket.answerBy],
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

/** Who spoke, as whoever the copy is about reads it. */
export function speakerOf({ content }: Pick<Message, 'content'>): string {
  const { assistant, desk, rights } = PHRASES.pl
  if (typeof content === 'string') return rights.copy.citizen
  return content.by ? desk.clerkName(content.by.name) : assistant
}
