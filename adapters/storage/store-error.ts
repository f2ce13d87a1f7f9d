/** The store cannot be opened. Its message is one clear line for whoever runs the service. */
export class StoreError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreError'
  }
}
