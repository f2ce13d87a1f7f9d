import { ServiceClientCredentialsFactory, type TokenCredentials } from 'botframework-connector'

/** Credentials that need no sign-in service. */
export function staticCredentials(appId: string, credentials: TokenCredentials): ServiceClientCredentialsFactory {
  return new StaticCredentials(appId, credentials)
}

class StaticCredentials extends ServiceClientCredentialsFactory {
  readonly #appId: string
  readonly #credentials: TokenCredentials

  constructor(appId: string, credentials: TokenCredentials) {
    super()
    this.#appId = appId
    this.#credentials = credentials
  }

  async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#appId
  }

  async isAuthenticationDisabled(): Promise<boolean> {
    return false
  }

  async createCredentials(): Promise<TokenCredentials> {
    return this.#credentials
  }
}
