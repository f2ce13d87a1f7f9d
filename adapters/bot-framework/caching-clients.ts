import {
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector'

/** More addresses than channels have; beyond them the cache begins anew. */
const MOST_CLIENTS = 100

/**
 * Keeps the SDK's clients from turn to turn; by itself it makes two with all their policies for each. There is one identity
 * of ours in a process, so a client is known by the address it writes to.
 */
export function cachingClients(authentication: BotFrameworkAuthentication): BotFrameworkAuthentication {
  const connectors = new Map<string, Promise<ConnectorClient>>()
  let userTokens: Promise<UserTokenClient> | undefined

  class CachingFactory extends ConnectorFactory {
    readonly #factory: ConnectorFactory

    constructor(factory: ConnectorFactory) {
      super()
      this.#factory = factory
    }

    create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
      const known = connectors.get(serviceUrl)
      if (known) return known
      if (connectors.size >= MOST_CLIENTS) connectors.clear()
      const made = this.#factory.create(serviceUrl, audience)
      connectors.set(serviceUrl, made)
      made.catch(() => connectors.delete(serviceUrl))
      return made
    }
  }

  class CachingAuthentication extends BotFrameworkAuthentication {
    authenticateRequest = authentication.authenticateRequest.bind(authentication)
    authenticateStreamingRequest = authentication.authenticateStreamingRequest.bind(authentication)
    createBotFrameworkClient = authentication.createBotFrameworkClient.bind(authentication)

    createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
      return new CachingFactory(authentication.createConnectorFactory(claims))
    }

    createUserTokenClient(claims: ClaimsIdentity): Promise<UserTokenClient> {
      userTokens ??= authentication.createUserTokenClient(claims)
      return userTokens
    }
  }

  return new CachingAuthentication()
}
