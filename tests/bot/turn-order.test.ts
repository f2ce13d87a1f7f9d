import { describe, expect, it } from '@jest/globals'
import { createTurnOrder, type TurnOrder } from '../../bot/turn-order.ts'

/** Work that waits to be finished by hand, and writes down when it starts and ends. */
function handWork(order: TurnOrder, log: string[]) {
  return (conversation: string, name: string) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>()
    const result = order.run(conversation, async () => {
      log.push(`${name} starts`)
      return promise.finally(() => log.push(`${name} ends`))
    })
    return { result, finish: () => resolve(name), fail: (error: Error) => reject(error) }
  }
}

/** Lets everything go on that waits for nothing from outside. */
const settle = () => new Promise<void>(resolve => setImmediate(resolve))

function setUp() {
  const order = createTurnOrder()
  const log: string[] = []
  return { order, log, start: handWork(order, log) }
}

describe('the work of one conversation', () => {
  it('is known to be under way until it has ended', async () => {
    const { order, start } = setUp()
    const { finish, result } = start('a', 'first')

    const during = [order.isBusy('a'), order.isBusy('b')]
    finish()
    await result
    await order.idle()

    expect([...during, order.isBusy('a')]).toEqual([true, false, false])
  })

  it('runs one after another, in the order it was asked for', async () => {
    const { log, start } = setUp()
    const works = ['first', 'second', 'third'].map(name => start('a', name))

    for (const { finish, result } of works.toReversed()) {
      finish()
      await settle()
      void result
    }
    await Promise.all(works.map(work => work.result))

    expect(log).toEqual(['first starts', 'first ends', 'second starts', 'second ends', 'third starts', 'third ends'])
  })

  it('waits until the earlier one has ended', async () => {
    const { log, start } = setUp()
    const first = start('a', 'first')
    const second = start('a', 'second')
    second.finish()
    await settle()

    const before = [...log]
    first.finish()
    await second.result

    expect(before).toEqual(['first starts'])
  })

  it('settles as the work does', async () => {
    const { start } = setUp()
    const good = start('a', 'good')
    const bad = start('a', 'bad')

    good.finish()
    bad.fail(new Error('broken'))

    await expect(good.result).resolves.toBe('good')
    await expect(bad.result).rejects.toThrow('broken')
  })

  it('goes on after a failure', async () => {
    const { start } = setUp()
    const bad = start('a', 'bad')
    const next = start('a', 'next')

    bad.fail(new Error('broken'))
    next.finish()

    await expect(bad.result).rejects.toThrow('broken')
    await expect(next.result).resolves.toBe('next')
  })

  it('goes on after work that throws at once', async () => {
    const { order } = setUp()
    const bad = order.run('a', () => {
      throw new Error('broken')
    })

    await expect(bad).rejects.toThrow('broken')
    await expect(order.run('a', async () => 'next')).resolves.toBe('next')
  })
})

describe('the work of different conversations', () => {
  it('runs side by side', async () => {
    const { log, start } = setUp()
    const a = start('a', 'a')
    const b = start('b', 'b')
    await settle()

    b.finish()
    await b.result
    a.finish()
    await a.result

    expect(log).toEqual(['a starts', 'b starts', 'b ends', 'a ends'])
  })
})

describe('idleness', () => {
  it('is there from the start', async () => {
    await expect(createTurnOrder().idle()).resolves.toBeUndefined()
  })

  it('comes once all work has ended', async () => {
    const { order, log, start } = setUp()
    const works = [start('a', 'a'), start('b', 'b')]
    const idle = order.idle().then(() => log.push('idle'))
    await settle()

    for (const { finish } of works) finish()
    await idle

    expect(log).toEqual(['a starts', 'b starts', 'a ends', 'b ends', 'idle'])
  })

  it('waits for work that was asked for meanwhile', async () => {
    const { order, log, start } = setUp()
    const first = start('a', 'first')
    const idle = order.idle().then(() => log.push('idle'))
    const second = start('a', 'second')

    first.finish()
    await settle()
    second.finish()
    await idle

    expect(log.at(-1)).toBe('idle')
    expect(log).toContain('second ends')
  })

  it('comes after a failure too', async () => {
    const { order, start } = setUp()
    const bad = start('a', 'bad')

    bad.fail(new Error('broken'))
    await expect(bad.result).rejects.toThrow('broken')

    await expect(order.idle()).resolves.toBeUndefined()
  })
})
