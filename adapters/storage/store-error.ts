/** The store cannot be opened, or is no longer this process's. Its message is one clear line for whoever runs the service. */
export class StoreError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreError'
  }
}
