import { once } from 'node:events'
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

/** A provider of OpenID Connect that puts into its tokens what it is told, right or wrong. */
export type TokenIssuer = {
  readonly issuer: URL
  /** The next token; `isForged`: signed by another key under the same name. */
  readonly issue: (claims: JWTPayload, isForged?: boolean) => Promise<void>
  /** What came with the code. */
  readonly asked: () => URLSearchParams
  readonly stop: () => void
}

/** `path`: of the issuer's address, such as `/TENANT/v2.0`. */
export async function startTokenIssuer(path = ''): Promise<TokenIssuer> {
  const [own, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])
  let idToken = ''
  let asked = new URLSearchParams()
  const server = createServer(async (request, response) => {
    response.setHeader('content-type', 'application/json')
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    if (request.url === `${path}/.well-known/openid-configuration`) {
      response.end(
        JSON.stringify({
          issuer: issuer.href,
          authorization_endpoint: `${base}/authorize`,
          token_endpoint: `${base}/token`,
          jwks_uri: `${base}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        }),
      )
    } else if (request.url === `${path}/keys`) {
      response.end(
        JSON.stringify({ keys: [{ ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] }),
      )
    } else {
      asked = new URLSearchParams(Buffer.concat(chunks).toString())
      response.end(JSON.stringify({ access_token: 'unused', token_type: 'Bearer', id_token: idToken }))
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}${path}`
  const issuer = new URL(base)
  const sign = (claims: JWTPayload, isForged: boolean) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign((isForged ? other : own).privateKey)

  return {
    issuer,
    async issue(claims, isForged = false) {
      idToken = await sign(claims, isForged)
    },
    asked: () => asked,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
