import { CloudAdapter } from 'botbuilder/lib/cloudAdapter.js'
import type { Activity, ConversationReference, TurnContext } from 'botbuilder-core'
import {
  AuthenticationConfiguration,
  AuthenticationConstants,
  BotFrameworkAuthenticationFactory,
  type Claim,
  ClaimsIdentity,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector'
import { DeliveryError } from '../../bot/delivery-error.ts'
import { cachingClients } from './caching-clients.ts'
import { createEgress } from './egress.ts'
import type { ServiceUrlRule } from './service-url.ts'

/** The SDK, with our own gate before it and our own HTTP client under it. */
export type Connection = {
  /** Runs `logic` on an activity whose sender was checked. Throws what `logic` throws. */
  readonly receive: (
    activity: Activity,
    claims: readonly Claim[],
    logic: (context: TurnContext) => Promise<void>,
  ) => Promise<void>
  /** Writes into a conversation. Throws `DeliveryError`. */
  readonly send: (reference: Partial<ConversationReference>, activity: Partial<Activity>) => Promise<void>
}

/** `appId` is empty where testers on this machine are served without credentials. */
export function createConnection(
  appId: string,
  credentials: ServiceClientCredentialsFactory,
  isAllowed: ServiceUrlRule,
): Connection {
  const authentication = cachingClients(
    BotFrameworkAuthenticationFactory.create(
      '',
      true,
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      credentials,
      new AuthenticationConfiguration(),
      undefined,
      { httpClient: createEgress(isAllowed) },
    ),
  )
  const adapter = new CloudAdapter(authentication)
  const audience = AuthenticationConstants.ToChannelFromBotOAuthScope
  const self = new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: appId },
    { type: AuthenticationConstants.AppIdClaim, value: appId },
  ])

  return {
    async receive(activity, claims, logic) {
      const claimsIdentity = new ClaimsIdentity([...claims], true)
      const connectorFactory = authentication.createConnectorFactory(claimsIdentity)
      await keepingErrors(logic, guarded =>
        adapter.processActivityDirect({ audience, claimsIdentity, connectorFactory }, activity, guarded),
      )
    },
    async send(reference, activity) {
      await keepingErrors(
        async context => {
          // The SDK makes up an id here and has the replies refer to it, for which Web Chat would wait in vain.
          context.activity.id = reference.activityId ?? ''
          await context.sendActivity(activity)
        },
        guarded => adapter.continueConversationAsync(self, reference, audience, guarded),
      ).catch(refuse)
    },
  }
}

/** How a token is refused for good, as against a sign-in service that is away: https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
const TOKEN_REFUSALS: readonly unknown[] = ['invalid_client', 'unauthorized_client', 'invalid_request', 'invalid_scope']

function refuse(error: unknown): never {
  if (error instanceof DeliveryError) throw error
  const needsRepair = error instanceof Error && 'errorCode' in error && TOKEN_REFUSALS.includes(error.errorCode)
  throw new DeliveryError(String(error), false, { needsRepair, cause: error })
}

/** The SDK wraps what its logic throws into text; this carries the error itself around it. */
async function keepingErrors(
  logic: (context: TurnContext) => Promise<void>,
  run: (guarded: (context: TurnContext) => Promise<void>) => Promise<void>,
): Promise<void> {
  let failure: { readonly error: unknown } | undefined
  await run(async context => {
    try {
      await logic(context)
    } catch (error) {
      failure = { error }
    }
  })
  if (failure) throw failure.error
}
