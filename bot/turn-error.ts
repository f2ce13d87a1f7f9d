/** The turn of an event could not be decided. Nothing was written; the event still waits for its turn. */
export class TurnError extends Error {
  readonly eventId: number
  /** The event or its conversation could not even be read, most likely as a newer version wrote it. */
  readonly isUnreadable: boolean

  constructor(eventId: number, options: { readonly cause: unknown; readonly isUnreadable: boolean }) {
    super(`the turn of event ${eventId} could not be ${options.isUnreadable ? 'read' : 'decided'}`, options)
    this.name = 'TurnError'
    this.eventId = eventId
    this.isUnreadable = options.isUnreadable
  }
}
