import type { DeskCommand } from '../../wire.ts'

/** What a clerk writes, as it is sent. The id makes it one deed, however often it is sent. */
export type NewCommand = Extract<DeskCommand, { readonly text: string }>
