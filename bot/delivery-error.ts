/** What is known of a delivery that failed, besides its reason. */
type Known = ErrorOptions & {
  /** Nothing gets through until whoever runs the service mends a setting. Default false. */
  readonly needsRepair?: boolean
  /** The channel takes nothing for this citizen until they write again. Default false. */
  readonly isTooLate?: boolean
}

/** A channel did not take a delivery. `isFinal`: trying again cannot help. */
export class DeliveryError extends Error {
  readonly isFinal: boolean
  readonly needsRepair: boolean
  readonly isTooLate: boolean

  constructor(message: string, isFinal: boolean, { needsRepair = false, isTooLate = false, ...options }: Known = {}) {
    super(message, options)
    this.name = 'DeliveryError'
    this.isFinal = isFinal
    this.needsRepair = needsRepair
    this.isTooLate = isTooLate
  }
}
