/** The turn of an event could not be decided. Nothing was written; the event still waits for its turn. */
export class TurnError extends Error {
  readonly eventId: number

  constructor(eventId: number, options: { readonly cause: unknown }) {
    super(`the turn of event ${eventId} could not be decided`, options)
    this.name = 'TurnError'
    this.eventId = eventId
  }
}
