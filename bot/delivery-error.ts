/** A channel did not take a delivery. `isFinal`: trying again cannot help. */
export class DeliveryError extends Error {
  readonly isFinal: boolean

  constructor(message: string, isFinal: boolean, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DeliveryError'
    this.isFinal = isFinal
  }
}
