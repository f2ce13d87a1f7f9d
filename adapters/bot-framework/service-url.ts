/** Says whether replies, and with them our token, may be sent to an address. */
export type ServiceUrlRule = (serviceUrl: string) => boolean

/**
 * Hosts of Azure Bot Service that send messages on. Exact names: anybody can register one under trafficmanager.net.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
export const AZURE_HOSTS = [
  'smba.trafficmanager.net',
  'facebook.botframework.com',
  'webchat.botframework.com',
  'directline.botframework.com',
  'europe.webchat.botframework.com',
  'europe.directline.botframework.com',
]

/** Only https, the standard port, no credentials in the address, and a host of the list. */
export function onlyHosts(hosts: readonly string[]): ServiceUrlRule {
  return serviceUrl => {
    const url = readUrl(serviceUrl)
    return url?.protocol === 'https:' && hosts.includes(url.host)
  }
}

/** Only programs on this machine, such as the Emulator. */
export const onlyThisMachine: ServiceUrlRule = serviceUrl => {
  const url = readUrl(serviceUrl)
  return url?.protocol === 'http:' && (url.hostname === 'localhost' || url.hostname === '127.0.0.1')
}

function readUrl(serviceUrl: string): URL | undefined {
  if (!/^https?:\/\/[\w.:-]+(\/[\w./~%|-]*)?$/.test(serviceUrl) || !URL.canParse(serviceUrl)) return undefined
  return new URL(serviceUrl)
}
