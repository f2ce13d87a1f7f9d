import type { MailSubject } from '../../bot/mail.ts'
import type { ExplainedReply } from '../../bot/turn.ts'
import { dayInWarsaw, timeInWarsaw, writtenDay } from '../../dialogs/office-time.ts'
import type { Phrases } from '../../dialogs/phrases.ts'
import { plainText } from '../../dialogs/reply.ts'

/** A letter as it is read. */
export type Letter = { readonly subject: string; readonly text: string }

/** What a letter says. Only an answer quotes the conversation, and of it the clerk's words alone. */
export function composeMail(
  about: MailSubject,
  { reply, by }: ExplainedReply,
  setting: { readonly phrases: Phrases; readonly office: string; readonly deskUrl: string },
): Letter {
  const { phrases, office, deskUrl } = setting
  const { mail, desk } = phrases
  switch (about.kind) {
    case 'ticket': {
      const since = new Date(about.since)
      const written = `${writtenDay(dayInWarsaw(since))}, ${timeInWarsaw(since)}`
      const texts = mail.ticket(about.ticket, desk.departments[about.department], written, deskUrl)
      return { subject: mail.ticketSubject(about.ticket), text: inParagraphs(texts) }
    }
    case 'answer': {
      const signed = by ? [desk.clerkName(by.name)] : []
      const texts = [mail.answerBefore(about.ticket), plainText(reply), ...signed, ...mail.answerAfter(office)]
      return { subject: mail.answerSubject(about.ticket), text: inParagraphs(texts) }
    }
    case 'alert': {
      const { deadLetters, blocked } = about
      const texts = [
        ...(deadLetters > 0 ? mail.alert(deadLetters, deskUrl) : []),
        ...(blocked > 0 ? mail.blocked(blocked) : []),
        mail.nobodyReads,
      ]
      return { subject: mail.alertSubject, text: inParagraphs(texts) }
    }
  }
}

function inParagraphs(texts: readonly string[]): string {
  return `${texts.join('\n\n')}\n`
}
