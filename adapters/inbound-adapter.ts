import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder-core'

/** Takes in the activities of a channel of our own. Nothing goes out this way: pages read, and the relay pushes, what was committed. */
export class InboundAdapter extends BotAdapter {
  /** Runs `logic` on an activity. Throws what `logic` throws. */
  async receive(activity: Partial<Activity>, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    await this.runMiddleware(new TurnContext(this, { type: ActivityTypes.Message, ...activity }), logic)
  }

  override sendActivities(): Promise<ResourceResponse[]> {
    return refuse()
  }

  override updateActivity(): Promise<ResourceResponse | undefined> {
    return refuse()
  }

  override deleteActivity(_context: TurnContext, _reference: Partial<ConversationReference>): Promise<void> {
    return refuse()
  }

  override continueConversation(): Promise<void> {
    return refuse()
  }

  override continueConversationAsync(): Promise<void> {
    return refuse()
  }
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('replies of this channel are committed, not sent through its adapter'))
}
