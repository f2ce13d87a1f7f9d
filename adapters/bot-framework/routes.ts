import { ActivityTypes, type TurnContext } from 'botbuilder-core'
import type { ServiceClientCredentialsFactory } from 'botframework-connector'
import type { Activity } from 'botframework-schema'
import { ActivityBot } from '../../bot/activity-bot.ts'
import type { Bot } from '../../bot/bot.ts'
import { NoConversationError } from '../../bot/no-conversation-error.ts'
import type { Accepted, Channel, Knowledge, Log } from '../../bot/ports.ts'
import { notStored } from '../not-stored.ts'
import type { Pace } from '../pace.ts'
import { parseJson, readBody } from '../request-body.ts'
import { RequestError } from '../request-error.ts'
import type { Route } from '../server.ts'
import { unavailable } from '../unavailable.ts'
import type { Access } from './access.ts'
import { createBotFrameworkChannel } from './channel.ts'
import { type Connection, createConnection } from './connection.ts'
import { fromFacebook } from './from-facebook.ts'
import { assertActivity } from './read-activity.ts'
import { toActivities } from './to-activity.ts'

const MAX_BODY_BYTES = 1024 * 1024

/** How long a sender waits for replies that it asked to get at once. */
const MAX_WAIT_MS = 10_000

export type BotFramework = {
  readonly channel: (knowledge: Knowledge, log: Log) => Channel
  readonly routes: (bot: Bot, pace: Pace, knowledge: Knowledge) => readonly Route[]
}

/** The Bot Framework side: what comes in by `POST /api/messages`, and what goes out to its channels. */
export function createBotFramework(
  appId: string,
  credentials: ServiceClientCredentialsFactory,
  access: Access,
): BotFramework {
  const connection = createConnection(appId, credentials, access.mayReplyTo)
  return {
    channel: (knowledge, log) => createBotFrameworkChannel(connection, access.mayReplyTo, knowledge, log),
    routes: (bot, pace, knowledge) => [messagesRoute(bot, pace, connection, access, knowledge)],
  }
}

function messagesRoute(bot: Bot, pace: Pace, connection: Connection, access: Access, knowledge: Knowledge): Route {
  const activityBot = new ActivityBot(async (event, context) => {
    const accepted = await bot.accept(pace(event, writtenAt(context.activity))).catch(refuseUnkept)
    if (accepted && event.origin.isAwaited) await sendReplies(bot, accepted, context, knowledge)
  })

  return {
    method: 'post',
    path: '/api/messages',
    async handle(request, response) {
      access.checkRequest(request)
      // A page of another site can send no JSON without asking first, and is not answered when it asks.
      if (!request.contentType().includes('json')) {
        throw new RequestError(415, 'UnsupportedMediaType', 'The body must be sent as application/json.')
      }
      const activity = parseJson(await readBody(request, MAX_BODY_BYTES))
      assertActivity(activity)
      const claims = await access.checkActivity(request, activity)
      if (activity.type === ActivityTypes.Invoke) {
        throw new RequestError(501, 'NotImplemented', 'Invoke activities are not served here.')
      }
      let replies: readonly unknown[] = []
      await connection.receive(fromFacebook(activity), claims, async context => {
        await activityBot.run(context)
        replies = context.bufferedReplyActivities
      })
      if (activity.deliveryMode === 'expectReplies') response.send(200, { activities: replies })
      else response.send(200)
    },
  }
}

/** When the channel says that it was, which may be long before it came; not later than now, whatever it says. */
function writtenAt({ timestamp }: Partial<Activity>): Date {
  const now = Date.now()
  const at = timestamp ? new Date(timestamp).getTime() : now
  return new Date(Number.isNaN(at) ? now : Math.min(at, now))
}

/** A repeat of what was erased is acknowledged, and leads to nothing. */
function refuseUnkept(cause: unknown): undefined {
  if (!(cause instanceof NoConversationError)) throw notStored(cause)
}

async function sendReplies(bot: Bot, accepted: Accepted, context: TurnContext, knowledge: Knowledge): Promise<void> {
  const tooLate = AbortSignal.timeout(MAX_WAIT_MS)
  const late = new Promise<never>((_resolve, reject) => {
    tooLate.onabort = () =>
      reject(new RequestError(504, 'TooSlow', 'The replies are not ready. Send the same id again.'))
  })
  const replies = await Promise.race([bot.repliesTo(accepted).catch(refuseUnread), late])
  const activities = replies.flatMap(reply => toActivities(reply, context.activity, knowledge))
  if (activities.length > 0) await context.sendActivities([...activities])
}

/** Whatever failed, the message is kept and gets its turn: a repeat reads the replies. */
function refuseUnread(cause: unknown): never {
  throw unavailable('NotReady', 'The replies cannot be had at the moment. Send the same id again.', cause)
}
