import { ConfigurationServiceClientCredentialFactory } from 'botbuilder-core'
import { createRemoteJWKSet } from 'jose'
import type { AzureBot, Config } from '../config.ts'
import { azureAccess, LOCAL_ACCESS } from './access.ts'
import { mayServeWithoutCredentials } from './local-only.ts'
import { type BotFramework, createBotFramework } from './routes.ts'
import { AZURE_HOSTS, onlyHosts } from './service-url.ts'
import { AZURE_KEYS } from './token-gate.ts'

const MINUTE_MS = 60_000

/** How long fetched keys are trusted, and how soon an unknown key may make us fetch them again. */
const KEYS = { cacheMaxAge: 24 * 60 * MINUTE_MS, cooldownDuration: 5 * MINUTE_MS }

/** The Bot Framework side as the settings say; nothing where it would be open to anybody. */
export function configuredBotFramework(config: Config): BotFramework | undefined {
  const { azureBot } = config
  if (azureBot) {
    const access = azureAccess(azureBot.appId, createRemoteJWKSet(AZURE_KEYS, KEYS), onlyHosts(AZURE_HOSTS))
    return createBotFramework(azureBot.appId, credentialsOf(azureBot), access)
  }
  if (!mayServeWithoutCredentials(config)) return undefined
  return createBotFramework('', new ConfigurationServiceClientCredentialFactory({}), LOCAL_ACCESS)
}

function credentialsOf({ appId, appType, password, tenantId }: AzureBot): ConfigurationServiceClientCredentialFactory {
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppType: appType,
    ...(password === undefined ? {} : { MicrosoftAppPassword: password }),
    ...(tenantId === undefined ? {} : { MicrosoftAppTenantId: tenantId }),
  })
}
