import { DeliveryError } from '../../bot/delivery-error.ts'
import type { MailPath } from '../../bot/mail.ts'
import type { Channel, Knowledge } from '../../bot/ports.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import type { MailSettings } from '../config.ts'
import { composeMail } from './compose-mail.ts'
import { createPost, type Post } from './post.ts'

/** One address and nothing else: no list, no name, no line break that could begin a header. */
const ADDRESS = /^[^\s@,;:<>()[\]"\\]+@[^\s@,;:<>()[\]"\\]+$/

/** Sends letters, but for an alert of what was seen to meanwhile. The mail server is looked for with the first. */
export function createMailChannel({
  settings,
  knowledge,
  deskUrl,
}: {
  readonly settings: MailSettings
  readonly knowledge: Knowledge
  /** The desk as people of the office see it. */
  readonly deskUrl: () => string
}): Channel {
  let post: Promise<Post> | undefined

  return {
    async deliver(returnPath, reply) {
      const { messageId, about }: MailPath = JSON.parse(returnPath)
      const to = about.kind === 'alert' ? settings.alertTo : about.to
      if (!to || !ADDRESS.test(to)) throw new DeliveryError(`no address to send "${about.kind}" to`, true)
      if (about.kind === 'alert' && about.deadLetters + about.blocked === 0) return
      const { office } = knowledge()
      const letter = composeMail(about, reply, { phrases: PHRASES.pl, office: office.name, deskUrl: deskUrl() })
      post ??= createPost(settings.smtpUrl)
      const domain = settings.from.slice(settings.from.indexOf('@') + 1)
      await (await post)({
        ...letter,
        from: { name: office.name, address: settings.from },
        to: { name: '', address: to },
        messageId: `<${messageId}@${domain}>`,
      })
    },
  }
}
