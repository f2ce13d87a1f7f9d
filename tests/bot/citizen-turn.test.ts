import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { groupTurn, joinedTurn, ratedTurn, sentFileTurn, wroteTurn } from '../../bot/citizen-turn.ts'
import { type ConversationState, NEW_CONVERSATION } from '../../bot/conversation.ts'
import { takeTurn } from '../../bot/take-turn.ts'
import type { Turn } from '../../bot/turn.ts'
import { NOTHING_REMEMBERED } from '../../dialogs/memory.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { plainText } from '../../dialogs/reply.ts'
import { deskOf, OWNERS, settingOf } from '../fixtures/desk.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'

const knowledge = createKnowledge()
const phrases = PHRASES.pl
const setting = settingOf(knowledge, new Date('2026-11-24T10:00:00Z'))
const GREETED: ConversationState = { ...NEW_CONVERSATION, isGreeted: true }

const CARD = 'karta parkingowa'
const NONSENSE = 'bla bla bla'

const wrote = (text: string, before: ConversationState = GREETED) => wroteTurn(before, text, setting)
const textsOf = ({ replies }: Turn) => replies.map(({ reply }) => plainText(reply))

/** The turns of one conversation, one after another. */
function conversation(...messages: readonly string[]): readonly Turn[] {
  const turns: Turn[] = []
  for (const message of messages) turns.push(wrote(message, turns.at(-1)?.state))
  return turns
}

const last = (...messages: readonly string[]) => {
  const turn = conversation(...messages).at(-1)
  if (!turn) throw new Error('nobody wrote')
  return turn
}

describe('the greeting', () => {
  it('comes when the citizen joins', () => {
    const turn = joinedTurn(NEW_CONVERSATION, knowledge, phrases)

    expect(textsOf(turn)).toEqual([expect.stringContaining('automatycznym asystentem')])
    expect(turn.state.isGreeted).toBe(true)
  })

  it('does not come again when another joins', () => {
    expect(joinedTurn(GREETED, knowledge, phrases)).toEqual({ state: GREETED, replies: [] })
  })

  it('has nothing to explain', () => {
    const [greeting] = joinedTurn(NEW_CONVERSATION, knowledge, phrases).replies

    expect(greeting?.explanation).toBeNull()
  })
})

describe('the question whether an answer helped', () => {
  const asked = (...messages: readonly string[]) =>
    conversation(...messages).map(({ replies }) => replies.at(-1)?.reply.asksIfHelpful ?? false)
  const rate = (isHelpful: boolean, before: ConversationState) => ratedTurn(before, { seq: 2, isHelpful }, setting)

  it('is asked once for each topic', () => {
    expect(asked(CARD, 'ile to kosztuje?', CARD)).toEqual([true, false, false])
  })

  it('is not asked where there is no answer', () => {
    expect(asked(NONSENSE, 'dzień dobry', 'pracownik')).toEqual([false, false, false])
  })

  it('leads on to what else can be asked where it did not, and then to a person', () => {
    const first = rate(false, last(CARD).state)
    const second = rate(false, first.state)

    expect(first.replies[0]?.reply.choices.map(({ pick }) => pick.kind)).toEqual([
      ...['aspect', 'aspect', 'aspect'],
      'something-else',
      'person',
    ])
    expect(textsOf(second)[0]).toMatch(/Pomoże ci pracownik urzędu\.[\s\S]*Kontakt z urzędem[\s\S]*Pracownik/)
  })

  it('lets what was offered be picked', () => {
    const { state } = rate(false, last(CARD).state)

    expect(textsOf(wrote('Opłata', state))[0]).toContain('Karta parkingowa: opłata')
  })

  it('needs no reply where it did, and forgets what did not', () => {
    const unhelped = rate(false, last(CARD).state)
    const helped = rate(true, unhelped.state)

    expect(helped).toMatchObject({ replies: [], rated: { seq: 2, isHelpful: true } })
    expect(helped.state.memory.unhelpful).toBe(0)
  })

  it('names a way on even where nothing was talked about', () => {
    expect(textsOf(rate(false, GREETED))[0]).toMatch(/Inne[\s\S]*Pracownik/)
  })
})

describe('an answer', () => {
  it('carries what was asked, what decided, and the version of the knowledge', () => {
    const [answer] = wrote(CARD).replies

    expect(answer?.explanation).toMatchObject({
      question: CARD,
      knowledgeVersion: 'fixture',
      decision: { decidedBy: 'answerQuestion', outcome: { kind: 'answer', topic: 'parking-card' } },
    })
  })
})

describe('whatever a citizen writes', () => {
  it.each(['', ' ', '\n\t ', '\u00a0', '\ufeff'])('is let be where it is empty: %j', text => {
    expect(wrote(text, NEW_CONVERSATION)).toEqual({ state: NEW_CONVERSATION, replies: [] })
  })

  it.each(['😀😀', '?!', '\u0000', '\ud83d', '\u200b'])('is not understood where it has no words: %j', text => {
    expect(textsOf(wrote(text))).toEqual([expect.stringContaining('Nie wiem, o co pytasz')])
  })

  it.each(['karta\u0000parkingowa', '\ud83d karta parkingowa', 'karta parkingowa \udc00', '😀 karta parkingowa'])(
    'is read in spite of odd signs: %j',
    text => {
      expect(textsOf(wrote(text))).toEqual([expect.stringContaining('Karta parkingowa')])
    },
  )

  it('is read up to 2,000 characters without a remark', () => {
    const [text] = textsOf(wrote(CARD.padEnd(2000, '!')))

    expect(text).not.toContain('Pierwsze 2000 znaków')
  })

  it('is cut after them, which the reply says', () => {
    const [text] = textsOf(wrote(CARD.padEnd(2001, '!')))

    expect(text).toContain('Karta parkingowa')
    expect(text).toContain('Pierwsze 2000 znaków')
  })

  it('is answered where it has 100 kB', () => {
    const [text] = textsOf(wrote(`${CARD} `.repeat(6000)))

    expect(text).toContain('Karta parkingowa')
  })

  it('never makes a turn fail', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 50 }), { maxLength: 5 }), messages => {
        for (const { replies } of conversation(...messages)) expect(replies.length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('another language', () => {
  const ENGLISH = 'do you speak english'

  it('is kept for whoever then asks for a person', () => {
    expect(textsOf(last(ENGLISH)).join()).toContain('I can only answer in Polish')
    expect(textsOf(last(ENGLISH, 'Clerk')).join()).toContain('A clerk of the office will help you')
  })

  it('ends with the next question in Polish', () => {
    expect(textsOf(last(ENGLISH, CARD, 'pracownik')).join()).toContain('Kontakt z urzędem')
  })
})

describe('a file without words', () => {
  it('is not read', () => {
    expect(textsOf(sentFileTurn(GREETED, phrases))).toEqual([expect.stringContaining('Nie otwieram plików')])
  })

  it('leaves what was offered before', () => {
    const { state } = last(CARD)

    const turn = sentFileTurn(state, phrases)

    expect(turn.state).toEqual(state)
    expect(turn.replies[0]?.reply.choices).toEqual(state.memory.choices)
  })
})

describe('a message that came faster than is answered', () => {
  const hasty = (haste: 'told' | 'untold', text = CARD, before = last(CARD).state) =>
    takeTurn(before, { kind: 'citizen-wrote', text, haste }, setting)

  it('is answered with a word, once, and what was offered before can still be picked', () => {
    const { state } = last(CARD)

    expect(textsOf(hasty('told'))).toEqual([expect.stringContaining('szybciej, niż odpowiadam')])
    expect(hasty('told').state).toEqual(state)
    expect(hasty('told').replies[0]?.reply.choices).toEqual(state.memory.choices)
    expect(hasty('untold').replies).toEqual([])
  })

  it('is answered all the same where somebody is in danger', () => {
    expect(textsOf(hasty('untold', 'chcę się zabić')).join()).toContain('112')
  })
})

describe('a file with a link', () => {
  const LINKS = ['https://files.example/1']
  const forClerks = ({ replies }: Turn) =>
    replies.filter(reply => reply.isForClerks).map(({ reply }) => plainText(reply))

  it('is kept for the clerk who is waited for', () => {
    const turn = sentFileTurn({ ...GREETED, owner: OWNERS.queue }, phrases, LINKS)

    expect(textsOf(turn)[0]).toContain('pracownik zobaczy')
    expect(forClerks(turn)).toEqual([expect.stringContaining(LINKS[0] ?? '')])
  })

  it('is kept for nobody where nobody is waited for', () => {
    const turn = sentFileTurn(GREETED, phrases, LINKS)

    expect(textsOf(turn)).toEqual([expect.stringContaining('Nie otwieram plików')])
    expect(JSON.stringify(turn)).not.toContain(LINKS[0])
  })

  it('reaches the clerk who has the conversation, without a word of the assistant', () => {
    const { replies } = takeTurn(
      { ...GREETED, owner: OWNERS.clerk },
      { kind: 'citizen-sent-file', links: LINKS },
      setting,
    )

    expect(replies.map(({ isForClerks }) => isForClerks)).toEqual([true])
    expect(plainText(replies[0]?.reply ?? { blocks: [], choices: [] })).toContain(LINKS[0])
  })
})

describe('a group', () => {
  it('is refused', () => {
    const turn = groupTurn(NEW_CONVERSATION, phrases)

    expect(textsOf(turn)).toEqual([expect.stringContaining('jedną osobą')])
    expect(turn.state.isGroupRefused).toBe(true)
  })

  it('is refused once', () => {
    const { state } = groupTurn(NEW_CONVERSATION, phrases)

    expect(groupTurn(state, phrases)).toEqual({ state, replies: [] })
  })
})

describe('the count of declines', () => {
  it('goes up with each decline in a row', () => {
    const counts = conversation(NONSENSE, 'przepis na pierogi', '?').map(turn => turn.state.memory.declines)

    expect(counts).toEqual([1, 2, 3])
  })

  it.each([
    ['an answer', CARD],
    ['a redirect', 'dowód osobisty'],
    ['a clarifying question', 'auto'],
    ['a handoff', 'chcę rozmawiać z człowiekiem'],
    ['small talk', 'dzień dobry'],
  ])('starts anew after %s', (_kind, message) => {
    expect(last(NONSENSE, NONSENSE, message).state.memory.declines).toBe(0)
  })

  it('brings the contact with the second decline', () => {
    const [first, second] = conversation(NONSENSE, NONSENSE).flatMap(textsOf)

    expect(first).not.toContain('Kontakt z urzędem')
    expect(second).toContain('Kontakt z urzędem')
  })

  it('keeps a decline from being worded as the one before', () => {
    const messages = fc.array(fc.constantFrom(NONSENSE, 'przepis na pierogi', 'jak podrobić podpis', '?'), {
      maxLength: 10,
    })
    fc.assert(
      fc.property(messages, said => {
        const texts = conversation(...said).flatMap(textsOf)

        expect(texts.filter((text, index) => text === texts[index - 1])).toEqual([])
      }),
    )
  })
})

describe('the topic', () => {
  it.each([
    ['an answer', CARD, 'parking-card'],
    ['a redirect', 'dowód osobisty', 'redirect-id-card'],
  ])('is that of %s', (_kind, message, topic) => {
    expect(last(message).state.memory.topic).toBe(topic)
  })

  it.each([
    ['small talk', 'dzień dobry'],
    ['a decline', NONSENSE],
    ['an emergency', 'nie chcę żyć'],
    ['a wish for a person', 'chcę rozmawiać z człowiekiem'],
  ])('is kept over %s', (_kind, message) => {
    expect(last(CARD, message).state.memory.topic).toBe('parking-card')
  })

  it('changes with the next answer', () => {
    expect(last(CARD, 'adres urzędu').state.memory.topic).toBe('office-address')
  })

  it('makes a follow-up understood', () => {
    expect(textsOf(last(CARD, 'a ile to kosztuje?'))).toEqual([expect.stringContaining('Karta parkingowa: opłata')])
  })
})

describe('the choices', () => {
  it('can be picked in the next message', () => {
    expect(textsOf(last('auto', 'Używane auto'))).toEqual([expect.stringContaining('Rejestracja używanego auta')])
  })

  it('are those of the last reply', () => {
    const [clarify, decline] = conversation('auto', NONSENSE)

    expect(clarify?.state.memory.choices.length).toBeGreaterThan(2)
    expect(decline?.state.memory.choices).toEqual(decline?.replies[0]?.reply.choices)
  })

  it('show the rest of a cut list', () => {
    const [text] = textsOf(last('jakie dokumenty na kartę parkingową', 'Pokaż wszystkie'))

    expect(text).toContain('statut placówki')
  })

  it('start empty', () => {
    expect(NEW_CONVERSATION.memory).toEqual(NOTHING_REMEMBERED)
  })
})

describe('another language while the desk is staffed', () => {
  const setting = settingOf(knowledge, new Date('2026-11-25T10:00:00Z'), deskOf())
  const ENGLISH = 'do you speak english'

  it('leads to a person by its own choice, without an offer in Polish', () => {
    const first = wroteTurn(GREETED, ENGLISH, setting)
    const second = wroteTurn(first.state, ENGLISH, setting)
    const asked = wroteTurn(second.state, 'Clerk', setting)

    expect(second.replies.at(-1)?.reply).toEqual(first.replies.at(-1)?.reply)
    expect(asked.state.owner.kind).toBe('queue')
  })
})
