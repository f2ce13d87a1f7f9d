/** Meta's Graph API refused a call, or did not answer. `code` and `subcode` are its own numbers, null where it gave none. */
export class GraphError extends Error {
  readonly status: number
  readonly code: number | null
  readonly subcode: number | null

  constructor(
    message: string,
    {
      status,
      code,
      subcode,
    }: { readonly status: number; readonly code: number | null; readonly subcode: number | null },
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'GraphError'
    this.status = status
    this.code = code
    this.subcode = subcode
  }
}
