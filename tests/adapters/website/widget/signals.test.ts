import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { type ChatState, CLOSED_CHAT } from '../../../../adapters/website/widget/chat/chat.ts'
import type { Entry } from '../../../../adapters/website/widget/chat/entry.ts'
import { createSignals, type Signals } from '../../../../adapters/website/widget/ui/signals.ts'

const OPEN: ChatState = { ...CLOSED_CHAT, connection: 'online' }

function unsent(delivery: Entry['delivery']): Entry {
  return {
    key: 'k',
    id: null,
    speaker: 'citizen',
    name: null,
    at: new Date(0),
    blocks: [],
    choices: [],
    language: null,
    delivery,
    rating: 'not-asked',
    asksAboutClerk: false,
    standing: null,
  }
}

/** What changes, in order, while one state follows the other. */
function listening() {
  const changes: Partial<Signals>[] = []
  const tell = createSignals(changed => changes.push(changed))
  return { changes, tell }
}

beforeEach(() => {
  jest.useFakeTimers()
})

afterEach(() => {
  jest.useRealTimers()
})

describe('signals', () => {
  it('L06: say that the connection is lost once it lasts, once, as an error; and that it is back', () => {
    const { changes, tell } = listening()

    tell({ ...OPEN, connection: 'offline' })
    jest.advanceTimersByTime(1_000)
    expect(changes).toEqual([])
    tell({ ...OPEN, connection: 'offline' })
    jest.advanceTimersByTime(60_000)
    tell({ ...OPEN, connection: 'offline' })
    tell(OPEN)

    expect(changes).toEqual([
      { isOffline: true, alert: expect.stringMatching(/^Błąd: brak połączenia/) },
      { isOffline: false, alert: '' },
    ])
  })

  it('E04: say once that a message was not sent, however often it is tried', () => {
    const { changes, tell } = listening()
    const failed: ChatState = { ...OPEN, entries: [unsent('failed')] }

    for (const state of [failed, { ...OPEN, entries: [unsent('failed')] }, failed]) tell(state)
    tell({ ...OPEN, entries: [unsent('sent')] })

    expect(changes).toEqual([{ alert: expect.stringMatching(/^Błąd: nie wysłano/) }, { alert: '' }])
  })

  it('L05: say that the assistant is at work only where that takes a second', () => {
    const { changes, tell } = listening()

    tell({ ...OPEN, isAwaited: true })
    jest.advanceTimersByTime(999)
    tell(OPEN)
    tell({ ...OPEN, isAwaited: true })
    jest.advanceTimersByTime(1_000)

    const said = changes.flatMap(({ status }) => status ?? [])
    expect(said).toEqual(['Asystent przygotowuje odpowiedź'])
  })
})
