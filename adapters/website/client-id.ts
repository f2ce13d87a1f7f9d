const PREFIX = 'client:'

/** The name of an event whose page named it; no page can name those that are made here. */
export function externalIdOf(clientActivityId: string): string {
  return PREFIX + clientActivityId
}

/** How the page named an event, or nothing. */
export function clientIdOf(externalId: string): string | undefined {
  return externalId.startsWith(PREFIX) ? externalId.slice(PREFIX.length) : undefined
}
