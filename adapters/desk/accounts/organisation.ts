import type { Configuration, IDToken } from 'openid-client'
import type { OrganisationSignIn } from '../../config.ts'
import { isRole, type Role } from './role.ts'

/** Whom the organisation vouches for. */
export type Vouched = {
  /** Says who it is, for ever: neither an e-mail address nor a name, which may be given to somebody else. */
  readonly subject: string
  readonly name: string
  /** Those of the claim that are roles of the desk. */
  readonly roles: readonly Role[]
}

/** Sign-in by OpenID Connect: code flow with PKCE, `state` and `nonce`. */
export type Organisation = {
  /** Where to send the browser, and what it has to bring back. */
  readonly start: (returnTo: string) => Promise<{ readonly url: URL; readonly kept: string }>
  /**
   * Reads what the browser brought. Throws, with the library's own error, where the answer or the token is not what was asked
   * for, or the provider cannot be reached.
   */
  readonly finish: (returned: URL, kept: string) => Promise<Vouched>
}

/** A token is right in its form, and still not for us. */
export class ForeignTokenError extends Error {
  readonly code = 'FOREIGN_TENANT'

  constructor() {
    super('the token is from another tenant')
    this.name = 'ForeignTokenError'
  }
}

const TIMEOUT_SECONDS = 10
const MOST_NAME_CHARACTERS = 80

/** As Entra ID names tenants in the addresses of its issuers. */
const TENANT = /^\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\//i

export function createOrganisation({ issuer, clientId, clientSecret, roleClaim }: OrganisationSignIn): Organisation {
  let found: Promise<Configuration> | undefined

  /** Asks the provider where things are: once, and again after a failure. */
  async function discover(): Promise<Configuration> {
    const { allowInsecureRequests, discovery, enableNonRepudiationChecks } = await import('openid-client')
    // Signatures are checked even though the token comes from the provider itself. Plain http: on this machine only.
    const execute = [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])]
    return discovery(issuer, clientId, clientSecret, undefined, { execute, timeout: TIMEOUT_SECONDS })
  }

  function provider(): Promise<Configuration> {
    found ??= discover().catch(error => {
      found = undefined
      throw error
    })
    return found
  }

  return {
    async start(returnTo) {
      const client = await import('openid-client')
      const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()]
      const url = client.buildAuthorizationUrl(await provider(), {
        redirect_uri: returnTo,
        scope: 'openid profile',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return { url, kept: [state, nonce, verifier].join('.') }
    },
    async finish(returned, kept) {
      const client = await import('openid-client')
      const [expectedState = '', expectedNonce = '', pkceCodeVerifier = ''] = kept.split('.')
      const tokens = await client.authorizationCodeGrant(await provider(), returned, {
        expectedState,
        expectedNonce,
        pkceCodeVerifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new Error('the provider gave no id token')
      return vouchedBy(claims, roleClaim)
    },
  }
}

function vouchedBy(claims: IDToken, roleClaim: string): Vouched {
  const tenant = TENANT.exec(new URL(claims.iss).pathname)?.[1]
  if (tenant !== undefined && claims.tid !== tenant) throw new ForeignTokenError()
  // Entra gives each application another `sub` for the same person, and the same `oid`.
  const id = tenant !== undefined && typeof claims.oid === 'string' ? claims.oid : claims.sub
  const name = [claims.name, claims.preferred_username].find(one => typeof one === 'string' && one.trim() !== '')
  const roles = [claims[roleClaim]].flat()
  return {
    subject: `${claims.iss} ${id}`,
    name: String(name ?? 'Pracownik')
      .trim()
      .slice(0, MOST_NAME_CHARACTERS),
    roles: [...new Set(roles.filter(isRole))],
  }
}
