import type { Fact } from '../knowledge/entry.ts'
import type { Block } from './reply.ts'

/** What an entry says about an aspect: the blocks, and the facts they show, whose sources are then cited. */
export type Composed = {
  readonly blocks: readonly Block[]
  readonly facts: readonly Pick<Fact, 'from'>[]
  /** Whether a list had more items than were shown. */
  readonly isCut: boolean
}
