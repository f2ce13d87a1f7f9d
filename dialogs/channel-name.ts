const NAMES: Readonly<Record<string, string>> = { website: 'strona urzędu', messenger: 'Messenger' }

/** How people call a channel; one of Azure Bot Service has its own name. `source`: its name in the program. */
export function channelName(source: string): string {
  return NAMES[source] ?? source
}
