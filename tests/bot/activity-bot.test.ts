import { describe, expect, it } from '@jest/globals'
import { type Activity, TestAdapter, TurnContext } from 'botbuilder'
import { ActivityBot } from '../../bot/activity-bot.ts'
import type { ConversationEvent } from '../../bot/event.ts'

const MESSAGE: Partial<Activity> = {
  type: 'message',
  id: 'activity-1',
  channelId: 'emulator',
  serviceUrl: 'http://localhost:1',
  from: { id: 'citizen', name: '' },
  recipient: { id: 'bot', name: '' },
  conversation: { id: 'conversation-1', name: '', isGroup: false, conversationType: 'personal' },
}

const personal = (id: string) => ({ id, name: '' })

/** The events that an activity is mapped to. */
async function eventsOf(activity: Partial<Activity>): Promise<readonly ConversationEvent[]> {
  const events: ConversationEvent[] = []
  const bot = new ActivityBot(async event => {
    events.push(event)
  })
  await bot.run(new TurnContext(new TestAdapter(), { ...MESSAGE, ...activity }))
  return events
}

describe('a message', () => {
  it('is what the citizen wrote', async () => {
    const events = await eventsOf({ text: 'karta parkingowa' })

    expect(events).toEqual([
      {
        kind: 'citizen-wrote',
        text: 'karta parkingowa',
        origin: {
          source: 'emulator',
          address: 'conversation-1',
          externalId: 'activity-1',
          returnPath: expect.any(String),
          isAwaited: false,
        },
      },
    ])
  })

  it('keeps the way back to the citizen', async () => {
    const [event] = await eventsOf({ text: 'karta parkingowa' })

    expect(JSON.parse(event?.origin.returnPath ?? '')).toMatchObject({
      channelId: 'emulator',
      serviceUrl: 'http://localhost:1',
      conversation: { id: 'conversation-1' },
      user: { id: 'citizen' },
      bot: { id: 'bot' },
    })
  })

  it.each([
    ['expectReplies', true],
    ['normal', false],
  ])('with the delivery mode %s is awaited: %s', async (deliveryMode, isAwaited) => {
    const [event] = await eventsOf({ text: 'karta', deliveryMode })

    expect(event?.origin.isAwaited).toBe(isAwaited)
  })

  it('without an id is always new', async () => {
    const { id: _, ...withoutId } = MESSAGE
    const twice = await Promise.all(
      [1, 2].map(async () => {
        const events: ConversationEvent[] = []
        const bot = new ActivityBot(async event => {
          events.push(event)
        })
        await bot.run(new TurnContext(new TestAdapter(), { ...withoutId, text: 'karta' }))
        return events[0]?.origin.externalId
      }),
    )

    expect(twice).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), expect.stringMatching(/^[0-9a-f-]{36}$/)])
    expect(new Set(twice).size).toBe(2)
  })

  it('of a file without words is a file', async () => {
    const [event] = await eventsOf({ attachments: [{ contentType: 'image/png' }] })

    expect(event?.kind).toBe('citizen-sent-file')
    expect(event).not.toHaveProperty('links')
  })

  it('keeps links to files that a clerk can open, and no others', async () => {
    const [file, mail, script] = ['https://files.example/1', 'http://files.example/2', 'javascript:alert(1)']
    const attachments = [file, mail, script, 'nowhere'].map(contentUrl => ({ contentType: 'image/png', contentUrl }))

    const [event] = await eventsOf({ attachments })

    expect(event).toMatchObject({ kind: 'citizen-sent-file', links: [file] })
  })

  it('of a file with words is both, each by itself', async () => {
    const contentUrl = 'https://files.example/1'

    const events = await eventsOf({ text: 'co to za druk?', attachments: [{ contentType: 'image/png', contentUrl }] })

    expect(events).toMatchObject([
      { kind: 'citizen-wrote', text: 'co to za druk?', origin: { externalId: 'activity-1' } },
      { kind: 'citizen-sent-file', links: [contentUrl], origin: { externalId: 'activity-1|files' } },
    ])
  })

  it('that Teams attaches once more as HTML has no file', async () => {
    const events = await eventsOf({ text: 'karta', attachments: [{ contentType: 'text/html', content: '<p>karta' }] })

    expect(events.map(({ kind }) => kind)).toEqual(['citizen-wrote'])
  })

  it.each(['', '  \n', undefined])('of nothing is let be: %j', async text => {
    expect(await eventsOf(text === undefined ? {} : { text })).toEqual([])
  })
})

describe('a group', () => {
  it.each([
    ['a flag', { isGroup: true }],
    ['the type groupChat', { conversationType: 'groupChat' }],
    ['the type channel', { conversationType: 'channel' }],
  ])('is known by %s', async (_what, more) => {
    const conversation = { id: 'conversation-1', name: '', isGroup: false, conversationType: 'personal', ...more }

    const [event] = await eventsOf({ text: 'karta', conversation })

    expect(event?.kind).toBe('group-wrote')
  })

  it('is known when the bot is added to it', async () => {
    const conversation = { id: 'conversation-1', name: '', isGroup: true, conversationType: 'groupChat' }

    const [event] = await eventsOf({ type: 'conversationUpdate', membersAdded: [personal('bot')], conversation })

    expect(event?.kind).toBe('group-wrote')
  })
})

describe('somebody who joins', () => {
  const joined = (...ids: readonly string[]) =>
    eventsOf({ type: 'conversationUpdate', membersAdded: ids.map(personal) })

  it.each([[['citizen']], [['bot', 'citizen']], [['citizen', 'bot']]])('is a citizen: %j', async ids => {
    expect((await joined(...ids)).map(event => event.kind)).toEqual(['citizen-joined'])
  })

  it('is let be where it is the bot itself', async () => {
    expect(await joined('bot')).toEqual([])
  })
})

describe('other activities', () => {
  it.each<Partial<Activity>>([
    { type: 'typing' },
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
    { type: 'conversationUpdate', membersRemoved: [personal('citizen')] },
    { type: 'conversationUpdate' },
    { type: 'somethingNew' },
  ])('are let be: $type', async activity => {
    expect(await eventsOf(activity)).toEqual([])
  })
})

describe('an event that could not be kept', () => {
  it('makes the activity fail, so that the sender is not acknowledged', async () => {
    const bot = new ActivityBot(async () => {
      throw new Error('the disk is full')
    })

    const run = bot.run(new TurnContext(new TestAdapter(), { ...MESSAGE, text: 'karta' }))

    await expect(run).rejects.toThrow('the disk is full')
  })
})

describe('an event', () => {
  const rating = { type: 'event', name: 'rating', text: '' }

  it('named rating says whether the answer with that number helped', async () => {
    const [event] = await eventsOf({ ...rating, value: { seq: 2, isHelpful: false } })

    expect(event).toMatchObject({ kind: 'citizen-rated', seq: 2, isHelpful: false })
  })

  it.each([
    { ...rating, value: { seq: 'two', isHelpful: true } },
    { ...rating, value: undefined },
    { ...rating, name: 'webchat/join', value: { seq: 2, isHelpful: true } },
  ])('is let be otherwise: %j', async activity => {
    expect(await eventsOf(activity)).toEqual([])
  })
})

describe('an event of a page about persons', () => {
  it.each([
    [{ name: 'person' }, { kind: 'citizen-asked-for-person' }],
    [
      { name: 'act', value: { act: 'leave-queue' } },
      { kind: 'citizen-chose', act: 'leave-queue' },
    ],
    [
      { name: 'contact', value: { contact: ' jan@example.pl ' } },
      { kind: 'citizen-gave-contact', contact: 'jan@example.pl' },
    ],
    [
      { name: 'clerk-rating', value: { stars: 5, comment: ' dobrze ' } },
      { kind: 'citizen-rated-clerk', stars: 5, comment: 'dobrze' },
    ],
    [
      { name: 'clerk-rating', value: { stars: 1 } },
      { kind: 'citizen-rated-clerk', stars: 1, comment: null },
    ],
    [{ name: 'undo-end' }, { kind: 'citizen-undid-end' }],
  ])('is what the citizen decided: %j', async (event, happening) => {
    expect(await eventsOf({ type: 'event', ...event })).toEqual([expect.objectContaining(happening)])
  })

  it('is the end where the conversation ends', async () => {
    expect(await eventsOf({ type: 'endOfConversation' })).toEqual([expect.objectContaining({ kind: 'citizen-ended' })])
  })

  it.each([
    { name: 'act', value: { act: 'take-over' } },
    { name: 'clerk-rating', value: { stars: 6 } },
    { name: 'contact', value: {} },
    { name: 'handoff.status', value: { state: 'accepted', message: 'a hub says so' } },
    { name: 'handoff.status' },
    {},
  ])('means nothing, and breaks nothing, otherwise: %j', async event => {
    expect(await eventsOf({ type: 'event', ...event })).toEqual([])
  })
})
