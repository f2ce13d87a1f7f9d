import type { DeskModel } from '../model/desk-model.ts'
import type { DeskPageState } from '../model/desk-state.ts'
import type { Look } from './look.ts'
import type { PageActs } from './page-acts.ts'

/** What views of the whole page are made of. */
export type PageParts = {
  readonly desk: DeskPageState
  readonly look: Look
  /** By the server's clock. */
  readonly now: number
  readonly model: DeskModel
  readonly acts: PageActs
  readonly change: (change: Partial<Look>) => void
}
