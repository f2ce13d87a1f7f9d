/** The server answered, and it was a refusal. */
export class ServerRefusal extends Error {
  readonly status: number
  /** How long the server asks to wait; null where it does not say. */
  readonly retryAfterSeconds: number | null

  /** Why, in words for the citizen; absent where there are none. */
  readonly told: string | undefined

  constructor(status: number, retryAfterSeconds: number | null, told?: string) {
    super(`the server refused with ${status}`)
    this.name = 'ServerRefusal'
    this.status = status
    this.retryAfterSeconds = retryAfterSeconds
    this.told = told
  }
}

/** Whether the token, or the conversation itself, is no longer good. */
export function isForbidden(error: unknown): error is ServerRefusal {
  return error instanceof ServerRefusal && [401, 403, 404].includes(error.status)
}
