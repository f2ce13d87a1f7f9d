import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { type Job, startScheduler } from '../../adapters/scheduler.ts'
import type { Log } from '../../bot/ports.ts'

/** Starts jobs on a clock that goes on by hand, and collects what they logged. */
function setUp(...jobs: readonly Job[]) {
  const lines: { readonly level: string; readonly fields: unknown; readonly message: string }[] = []
  const note = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) => {
    lines.push({ level, fields, message })
  }
  const log: Log = { info: note('info'), warn: note('warn'), error: note('error') }
  return { scheduler: startScheduler(jobs, log), lines }
}

/** A job that takes until it is finished by hand, and how often it was started. */
function slowJob(everyMs: number) {
  let finish = () => {}
  const slow = {
    started: 0,
    finish: () => finish(),
    job: {
      name: 'slow',
      everyMs,
      run() {
        slow.started++
        return new Promise<void>(resolve => {
          finish = resolve
        })
      },
    },
  }
  return slow
}

/** A job that is done at once, and how often it ran. */
function quickJob(everyMs: number, work: () => void = () => {}) {
  const quick = {
    runs: 0,
    job: {
      name: 'quick',
      everyMs,
      async run() {
        quick.runs++
        work()
      },
    },
  }
  return quick
}

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  jest.useFakeTimers()
})

afterEach(() => {
  jest.useRealTimers()
})

describe('a job', () => {
  it('runs again and again, each time so long after it has ended', async () => {
    const quick = quickJob(1000)
    setUp(quick.job)
    const runs: number[] = []

    for (const ms of [0, 999, 1, 999, 1]) {
      await pass(ms)
      runs.push(quick.runs)
    }

    expect(runs).toEqual([0, 0, 1, 1, 2])
  })

  it('that is slow never overlaps itself', async () => {
    const slow = slowJob(1000)
    setUp(slow.job)

    await pass(60_000)
    const whileItRuns = slow.started
    slow.finish()
    await pass(999)
    const soonAfter = slow.started
    await pass(1)

    expect([whileItRuns, soonAfter, slow.started]).toEqual([1, 1, 2])
  })

  it('that is slow does not hold up the others', async () => {
    const slow = slowJob(1000)
    const quick = quickJob(1000)
    setUp(slow.job, quick.job)

    await pass(5000)

    expect(quick.runs).toBe(5)
  })

  it('that fails is logged and tried again', async () => {
    const failing = quickJob(1000, () => {
      throw new Error('the disk is full')
    })
    const { lines } = setUp(failing.job)

    await pass(2000)

    expect(failing.runs).toBe(2)
    expect(lines).toEqual(
      Array(2).fill({
        level: 'error',
        message: 'job failed',
        fields: { job: 'quick', error: 'Error: the disk is full' },
      }),
    )
  })

  it('that throws before it gives a promise is logged, too', async () => {
    const { lines } = setUp({
      name: 'broken',
      everyMs: 1000,
      run: () => {
        throw new Error('a defect')
      },
    })

    await pass(1000)

    expect(lines).toHaveLength(1)
  })

  it('that fails does not stop the others', async () => {
    const failing = quickJob(1000, () => {
      throw new Error('the disk is full')
    })
    const quick = quickJob(1000)
    setUp(failing.job, quick.job)

    await pass(3000)

    expect(quick.runs).toBe(3)
  })
})

describe('a stop', () => {
  it('waits for what is under way', async () => {
    const slow = slowJob(1000)
    const { scheduler } = setUp(slow.job)
    await pass(1000)
    let isStopped = false

    const stopping = scheduler.stop().then(() => {
      isStopped = true
    })
    await pass(60_000)
    const before = isStopped
    slow.finish()
    await stopping

    expect([before, isStopped]).toEqual([false, true])
  })

  it('waits for what is under way though it fails', async () => {
    const { promise, reject } = Promise.withResolvers<void>()
    const { scheduler, lines } = setUp({ name: 'failing', everyMs: 1000, run: () => promise })
    await pass(1000)

    const stopping = scheduler.stop()
    reject(new Error('the disk is full'))
    await stopping

    expect(lines).toHaveLength(1)
  })

  it('lets nothing run any more: neither what was planned, nor what was under way again', async () => {
    const slow = slowJob(1000)
    const quick = quickJob(1500)
    const { scheduler } = setUp(slow.job, quick.job)
    await pass(1000)

    const stopping = scheduler.stop()
    slow.finish()
    await stopping
    await pass(60_000)

    expect([slow.started, quick.runs]).toEqual([1, 0])
    expect(jest.getTimerCount()).toBe(0)
  })

  it('is done at once where nothing is under way', async () => {
    const { scheduler } = setUp(quickJob(1000).job)

    await expect(scheduler.stop()).resolves.toBeUndefined()
  })
})
