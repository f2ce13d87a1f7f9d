import { describe, expect, it, jest } from '@jest/globals'
import { type CommandAnswer, DeskRefusal } from '../../../../adapters/desk/page/model/desk-api.ts'
import { createDrafts, EMPTY_DRAFT } from '../../../../adapters/desk/page/model/drafts.ts'
import type { NewCommand } from '../../../../adapters/desk/page/model/new-command.ts'
import { createOutbox } from '../../../../adapters/desk/page/model/outbox.ts'
import type { ListedConversation } from '../../../../adapters/desk/wire.ts'

const ID = 'conversation'
const conversation = { conversationId: ID } as ListedConversation
const DONE: CommandAnswer = { kind: 'done', conversation }
const write = (text: string): NewCommand => ({ kind: 'write', commandId: text, epoch: 1, text })

/** What a device keeps. */
function device(kept = new Map<string, string>()) {
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
}

/** An outbox whose server answers in turn. */
function outboxWith(answers: readonly (CommandAnswer | Error)[], storage = device()) {
  const sent: string[] = []
  const left = [...answers]
  const outbox = createOutbox({
    api: {
      async command(_id, command) {
        sent.push(command.commandId)
        const answer = left.shift() ?? DONE
        if (answer instanceof Error) throw answer
        return answer
      },
    },
    drafts: createDrafts('anna', storage),
    maySend: () => true,
    changed: () => undefined,
    answered: () => undefined,
    failed: () => undefined,
  })
  return { outbox, sent }
}

async function settled(): Promise<void> {
  for (let count = 0; count < 10; count++) await Promise.resolve()
}

describe('what a clerk has written', () => {
  it('is sent in order, one at a time', async () => {
    const { outbox, sent } = outboxWith([])
    outbox.change(ID, { unsent: [write('a'), write('b')] })

    outbox.send(ID)
    outbox.send(ID)
    await settled()

    expect(sent).toEqual(['a', 'b'])
    expect(outbox.draft(ID).unsent).toEqual([])
  })

  it.each([new TypeError('no network'), new DeskRefusal(503)])(
    'is sent again as the same command where the server may have it: %s',
    async failure => {
      jest.useFakeTimers()
      const { outbox, sent } = outboxWith([failure])
      outbox.change(ID, { unsent: [write('a')] })

      outbox.send(ID)
      await jest.advanceTimersByTimeAsync(5_000)
      jest.useRealTimers()

      expect(sent).toEqual(['a', 'a'])
      expect(outbox.draft(ID).unsent).toEqual([])
    },
  )

  it.each<CommandAnswer | Error>([
    new DeskRefusal(401),
    { kind: 'refused', refusal: { kind: 'hold-lost', by: null }, conversation },
  ])('comes back, before what was begun since, where the server refuses it: %#', async refusal => {
    const { outbox } = outboxWith([refusal])
    outbox.change(ID, { text: 'dalej', unsent: [write('pierwsze'), write('drugie')] })

    outbox.send(ID)
    await settled()

    expect(outbox.draft(ID)).toMatchObject({ text: 'pierwsze\n\ndrugie\n\ndalej', unsent: [] })
  })

  it('C05: stays on the device, for that account and conversation alone', () => {
    const storage = device()
    outboxWith([], storage).outbox.change(ID, { text: 'zaczęte' })

    expect(outboxWith([], storage).outbox.draft(ID).text).toBe('zaczęte')
    expect(outboxWith([], storage).outbox.draft('other').text).toBe('')
    expect(createDrafts('jan', storage).read(ID).text).toBe('')
  })

  it('leaves the device, whoever began it, with the conversation that it was begun in, and with no other', () => {
    const storage = device()
    for (const account of ['anna', 'jan']) {
      const drafts = createDrafts(account, storage)
      for (const id of [ID, 'other']) drafts.write(id, { ...EMPTY_DRAFT, text: account })
    }
    const drafts = createDrafts('anna', storage)

    drafts.forget(ID)

    expect(drafts.conversations()).toEqual(['other'])
    expect([ID, 'other'].map(id => createDrafts('jan', storage).read(id).text)).toEqual(['', 'jan'])
  })

  it('stays in the page where the device keeps nothing', () => {
    const full = () => {
      throw new Error('quota')
    }
    const { outbox } = outboxWith([], { ...device(), setItem: full, removeItem: full })

    outbox.change(ID, { text: 'zaczęte' })

    expect(outbox.draft(ID).text).toBe('zaczęte')
  })
})
