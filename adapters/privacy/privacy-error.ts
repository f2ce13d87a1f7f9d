/** A command cannot do what it was asked. Its message says, in Polish, what to do. */
export class PrivacyError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PrivacyError'
  }
}
