/** A row as a database gives it: times are text or `Date`, truth is a number or a boolean. */
export type Row = Readonly<Record<string, unknown>>

export type Value = string | number | boolean | Date | null

/** SQL that both databases understand, with values for `$1`, `$2`, … */
export type Statement = { readonly text: string; readonly values: readonly Value[] }

/**
 * The steps of one transaction: it yields a statement, is given its rows, and goes on. So the same steps serve a database
 * that answers at once, inside which nothing else may happen, and one that answers later.
 */
export type Steps<Result> = Generator<Statement, Result, readonly Row[]>

/** A column as the database has it now. */
export type Column = { readonly table: string; readonly name: string }

/** The database of accounts, and of what else is done beside conversations. */
export type AccountDatabase = {
  /** Runs the steps in one transaction: it happens whole, or not at all where a step throws. */
  readonly run: <Result>(steps: () => Steps<Result>) => Promise<Result>
  /** Columns of all tables, by table and in their order. */
  readonly columns: () => Promise<readonly Column[]>
  /**
   * Leaves nothing of deleted rows in the database's files, as far as the database can: a SQLite file is written anew, which takes
   * room for a copy and keeps writers waiting. Throws where that was not possible, or where a file has more than `mostBytes`, which
   * would keep them waiting for too long; nothing is lost then. Default: however many.
   */
  readonly scrub: (mostBytes?: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** One statement as a step. */
export function* query(text: string, ...values: readonly Value[]): Steps<readonly Row[]> {
  return yield { text, values }
}
