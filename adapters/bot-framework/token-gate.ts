import { type Claim, SkillValidation } from 'botframework-connector'
import { errors, type JSONWebKeySet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { RequestError } from '../request-error.ts'
import { unavailable } from '../unavailable.ts'

/** The keys that Azure Bot Service signs with. A key lists, as `endorsements`, the channels it may speak for. */
export type KeySet = JWTVerifyGetKey & { readonly jwks: () => JSONWebKeySet | undefined }

/** https://login.botframework.com/v1/.well-known/openidconfiguration names this set; it is pinned here. */
export const AZURE_KEYS = new URL('https://login.botframework.com/v1/.well-known/keys')

const ISSUER = 'https://api.botframework.com'
const TOLERANCE_SECONDS = 5 * 60

/**
 * Checks the token of a request from Azure Bot Service before the SDK sees it, and gives its claims.
 * Rules: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication, section
 * "Authenticate requests from the Bot Connector service to your bot". Throws `RequestError`: 401 for every
 * fault of the token alike, 503 while the keys cannot be had.
 */
export async function readClaims(
  authorization: string | undefined,
  { channelId, serviceUrl }: { readonly channelId: string; readonly serviceUrl: string },
  { appId, keySet }: { readonly appId: string; readonly keySet: KeySet },
): Promise<readonly Claim[]> {
  const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '') ?? []
  if (token === undefined) throw refused()
  const { payload, protectedHeader } = await jwtVerify(token, keySet, {
    algorithms: ['RS256'],
    issuer: ISSUER,
    audience: appId,
    clockTolerance: TOLERANCE_SECONDS,
    requiredClaims: ['nbf', 'exp'],
  }).catch((cause: unknown) => {
    // The sender is asked to come again where the keys cannot be had: its token may be right.
    throw isAboutToken(cause)
      ? refused(cause)
      : unavailable('NoKeys', 'The token cannot be checked at the moment.', cause)
  })
  const claims = toClaims(payload)
  const isRight =
    endorsements(protectedHeader.kid, keySet).includes(channelId) &&
    payload.serviceurl === serviceUrl &&
    !SkillValidation.isSkillClaim([...claims])
  if (!isRight) throw refused()
  return claims
}

function endorsements(keyId: string | undefined, keySet: KeySet): readonly unknown[] {
  const key = keySet.jwks()?.keys.find(each => each.kid !== undefined && each.kid === keyId)
  const listed = key && 'endorsements' in key ? key.endorsements : undefined
  return Array.isArray(listed) ? listed : []
}

function toClaims(payload: JWTPayload): readonly Claim[] {
  return Object.entries(payload).map(([type, value]) => ({ type, value: String(value) }))
}

/** As against the keys, which could not be had. */
function isAboutToken(error: unknown): boolean {
  return error instanceof errors.JOSEError && !['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC'].includes(error.code)
}

function refused(cause?: unknown): RequestError {
  const error = new RequestError(401, 'Unauthorized', 'The token does not allow this request.')
  error.cause = cause
  return error
}
