import type { TextAnalysisClient } from '@azure/ai-language-text'
import type { TokenCredential } from '@azure/identity'
import type { AzureLanguage } from '../config.ts'

const SCOPE = 'https://cognitiveservices.azure.com/.default'

/** The SDK's client, loaded only here. A turn cannot wait for retries, so there are none. */
export async function connect({ endpoint, key }: AzureLanguage): Promise<TextAnalysisClient> {
  const { AzureKeyCredential, TextAnalysisClient } = await import('@azure/ai-language-text')
  const options = {
    retryOptions: { maxRetries: 0 },
    // The settings allow plain http on this machine only, for the stand-in of tests.
    allowInsecureConnection: endpoint.startsWith('http:'),
  }
  return key === undefined
    ? new TextAnalysisClient(endpoint, await entraCredential(), options)
    : new TextAnalysisClient(endpoint, new AzureKeyCredential(key), options)
}

/**
 * Managed identity, workload identity, or what the environment says. The first token takes longer than a turn may, so it is
 * fetched at once, and no message that gives up waiting stops the next one.
 */
async function entraCredential(): Promise<TokenCredential> {
  const { DefaultAzureCredential } = await import('@azure/identity')
  const credential = new DefaultAzureCredential()
  credential.getToken(SCOPE).catch(() => undefined)
  return {
    getToken: (scopes, { abortSignal: _, ...options } = {}) => credential.getToken(scopes, options),
  }
}
