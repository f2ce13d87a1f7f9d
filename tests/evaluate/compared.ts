import { type Assessed, assessAll, type Question } from './assess.ts'
import type { Peer } from './peers/peer.ts'

/** An engine, what it made of the golden questions, and how many seconds it learnt. */
export type Compared = {
  readonly name: string
  readonly isProbability: boolean
  readonly trainSeconds: number
  readonly assessed: readonly Assessed[]
}

/** Seconds of this thread's processor, so that the other one's work does not show. */
export type Timed<T> = { readonly made: T; readonly seconds: number }

/** Makes something, and takes the time. */
export async function timed<T>(make: () => T | Promise<T>): Promise<Timed<T>> {
  const begin = process.threadCpuUsage()
  const made = await make()
  return { made, seconds: process.threadCpuUsage(begin).user / 1e6 }
}

/** Asks twice, as the first round warms up. */
export async function compare({ made, seconds }: Timed<Peer>, questions: readonly Question[]): Promise<Compared> {
  await assessAll(questions, made)
  const assessed = await assessAll(questions, made)
  return { name: made.name, isProbability: made.isProbability, trainSeconds: seconds, assessed }
}
