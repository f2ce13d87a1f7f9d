import type { Log } from '../bot/ports.ts'

/** Something to be done again and again. What it throws is logged, and it is tried again. */
export type Job = { readonly name: string; readonly everyMs: number; readonly run: () => Promise<void> }

export type Scheduler = {
  /** Ends all jobs; resolves once none is under way. */
  readonly stop: () => Promise<void>
}

/** Runs each job so long after its last run has ended, so that a slow one never overlaps itself. */
export function startScheduler(jobs: readonly Job[], log: Log): Scheduler {
  const timers = new Map<Job, NodeJS.Timeout>()
  const underWay = new Set<Promise<void>>()
  let isStopped = false

  function plan(job: Job): void {
    if (!isStopped)
      timers.set(
        job,
        setTimeout(() => start(job), job.everyMs),
      )
  }

  function start(job: Job): void {
    const run = Promise.try(job.run)
      .catch((error: unknown) => log.error({ job: job.name, error: String(error) }, 'job failed'))
      .finally(() => {
        underWay.delete(run)
        plan(job)
      })
    underWay.add(run)
  }

  for (const job of jobs) plan(job)
  return {
    async stop() {
      isStopped = true
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all(underWay)
    },
  }
}
