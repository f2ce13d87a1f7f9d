/** The database is slower than what is asked of it; the sender is to try again. */
export class StoreBusyError extends Error {
  constructor() {
    super('too many requests wait for the database')
    this.name = 'StoreBusyError'
  }
}
