/** A label and how sure an engine is of it. */
export type Ranked = { readonly label: string; readonly score: number }

/** An engine that learnt labels from sample questions: topics, and reasons for not answering. */
export type Peer = {
  readonly name: string
  /** Whether scores mean probabilities, so that calibration can be asked for. */
  readonly isProbability: boolean
  /** The likeliest labels first. Nothing where the engine finds nothing. */
  readonly rank: (text: string) => readonly Ranked[] | Promise<readonly Ranked[]>
}
