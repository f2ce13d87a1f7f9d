import type { DirectLine } from 'botframework-directlinejs'

type Scheduler = NonNullable<ConstructorParameters<typeof DirectLine>[0]['scheduler']>

/** The client's clock, so many times as fast: its waits of seconds and minutes pass in milliseconds. */
export function hurriedScheduler(times: number): Scheduler {
  const began = Date.now()
  const scheduler = {
    now: () => began + (Date.now() - began) * times,
    schedule(work: (this: unknown, state: unknown) => void, delay = 0, state?: unknown) {
      let timer: NodeJS.Timeout | undefined
      const action = {
        closed: false,
        schedule(next: unknown, wait = 0) {
          clearTimeout(timer)
          timer = setTimeout(() => work.call(action, next), wait / times)
          return action
        },
        unsubscribe() {
          action.closed = true
          clearTimeout(timer)
        },
      }
      return action.schedule(state, delay)
    },
  }
  // The client asks its scheduler for nothing else; the type is that of RxJS 5, with all that it has besides.
  return scheduler as unknown as Scheduler
}
