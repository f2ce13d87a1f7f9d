import { existsSync, readFileSync, statSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import type { SessionLife } from './desk/accounts/sessions.ts'

/** Everything that can be set, checked once at the start. See `.env.example`. */
export type Config = {
  readonly host: string
  readonly port: number
  /** Address seen from outside, without a slash at its end; absent while it is the own one. */
  readonly publicUrl?: string | undefined
  readonly dataDir: string
  /** PostgreSQL instead of a SQLite file in `dataDir`. */
  readonly databaseUrl?: string | undefined
  /** File, outside the database, that names every conversation that was erased. */
  readonly erasureRegister: string
  readonly knowledgeDir: string
  /** Absent where no Azure Bot is connected: `/api/messages` then serves testers on this machine only. */
  readonly azureBot?: AzureBot | undefined
  /** Absent where messages are read here only. */
  readonly azureLanguage?: AzureLanguage | undefined
  /** Absent where no page is connected: its webhook does not exist then. */
  readonly messenger?: MessengerSettings | undefined
  readonly isProduction: boolean
  /** Pages that may embed the chat, besides the own ones: `https://host`, without a slash at their end. */
  readonly websiteOrigins: readonly string[]
  /** Sign tokens of the website; empty where one is to be made and kept in `dataDir`. The first signs, all are accepted. */
  readonly tokenSecrets: readonly string[]
  /** Addresses and ranges of proxies that say truly where a request came from. */
  readonly trustedProxies: readonly string[]
  readonly website: WebsiteLimits
  /** How long a citizen waits for a clerk before a ticket is opened. */
  readonly queueMinutes: number
  /** Working days in which a ticket is to be answered. */
  readonly ticketDays: number
  /** A clerk whose page was not heard of for so long is not present, and a citizen who talks with them is told. */
  readonly clerkSilentSeconds: number
  /** A clerk whose page was not heard of for so long loses their conversations. */
  readonly clerkLostSeconds: number
  /** Time between looks for waits that are over and clerks who are silent. */
  readonly deskMs: number
  readonly desk: DeskLimits
  /** Sign-in by an account of the organisation; absent where there is none. */
  readonly organisation?: OrganisationSignIn | undefined
  /** Letters to departments, citizens and administrators; absent where none are sent. */
  readonly mail?: MailSettings | undefined
  /** How long what is kept stays. */
  readonly retention: RetentionSettings
  /** Time between looks for replies that are due. */
  readonly relayMs: number
  /** Time between looks for turns that were left behind. */
  readonly recoverMs: number
  /** How long it still serves after it was told to stop, so that a load balancer notices. */
  readonly drainSeconds: number
  /** A main thread that is blocked for so long ends the process. */
  readonly watchdogSeconds: number
  readonly logLevel: LogLevel
}

/** What pages of the website may do, and how long. */
export type WebsiteLimits = {
  /** Life of a token. At least 1800 where other clients than ours are used, as they refresh every 15 minutes. */
  readonly tokenSeconds: number
  /** Life of the ticket that opens a stream. */
  readonly ticketSeconds: number
  /** How long a page can come back to its conversation. */
  readonly resumeDays: number
  /** How long a used resume token still works while the next one was not used. */
  readonly resumeOverlapSeconds: number
  /** How long a chat can still be used after its end. */
  readonly endSeconds: number
  readonly chatsPerMinute: number
  readonly messagesPerMinute: number
  readonly messagesAtOnce: number
  readonly socketsPerChat: number
}

/** How long people of the office stay signed in, and how they get in. */
export type DeskLimits = {
  readonly life: SessionLife
  /** How long a one-time link that sets a password can be used. */
  readonly invitationMs: number
  /** Attempts in a quarter of an hour, for one login from one address. */
  readonly signInAttempts: number
}

/** A provider of OpenID Connect, such as Entra ID or Keycloak. */
export type OrganisationSignIn = {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  /** Name of the claim that carries roles of the desk. */
  readonly roleClaim: string
}

/** How long each kind of data is kept, and when what is over is deleted. */
export type RetentionSettings = {
  /** Conversations without a clerk, after the last message. */
  readonly botDays: number
  /** Conversations in which a clerk took part, after the last message. */
  readonly clerkDays: number
  /** Replies and letters that were given up. */
  readonly deadLetterDays: number
  /** Names of events, by which repeats are known. At least 8: senders repeat for 7 days. */
  readonly keyDays: number
  /** Tickets with the address to answer at, after their end. */
  readonly ticketDays: number
  /** Masked questions with what was decided, and ratings. */
  readonly learningDays: number
  /** The audit log, and who has read which conversation. At least 731: two years. */
  readonly auditDays: number
  /** Hour of office time from which on what is over is deleted, once a day. From 0 to 23. */
  readonly hour: number
  /** Time between looks at the clock, and whether the hour has come. */
  readonly lookMs: number
  /** A SQLite file with more than this is not written anew beside the service, as writers would wait for too long. */
  readonly scrubMostBytes: number
  /** Folder into which conversations with a clerk are written before they are deleted; absent where none are. */
  readonly recordsDir?: string | undefined
}

/** The mail server, and who writes through it. */
export type MailSettings = {
  readonly smtpUrl: string
  readonly from: string
  /** Who is told of deliveries that were given up; absent where nobody is. */
  readonly alertTo?: string | undefined
}

export type AzureBot = {
  readonly appId: string
  readonly appType: (typeof APP_TYPES)[number]
  /** Absent for `UserAssignedMSI`, which needs none. */
  readonly password?: string | undefined
  /** Present unless the type is `MultiTenant`. */
  readonly tenantId?: string | undefined
}

/** Azure AI Language, which sees masked messages. */
export type AzureLanguage = {
  /** `https:`, or `http:` on this machine. */
  readonly endpoint: string
  /** Absent where an identity of Entra ID is used. */
  readonly key?: string | undefined
  /** How long a message waits for it, above 20. */
  readonly timeoutMs: number
  /** How long it is left alone after it failed again and again. */
  readonly restSeconds: number
}

/** A page on Messenger. Of several secrets the first is used, and all are accepted. */
export type MessengerSettings = {
  readonly verifyTokens: readonly string[]
  readonly appSecrets: readonly string[]
  readonly pageAccessToken: string
  /** Of Meta's Graph API, with its version, without a slash at its end. */
  readonly graphUrl: string
}

/** Some settings are wrong. The message lists all of them, with what to do. */
export class ConfigError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`These settings need attention (see .env.example):\n${problems.map(problem => `  ${problem}`).join('\n')}`)
    this.name = 'ConfigError'
    this.problems = problems
  }
}

const APP_TYPES = ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'] as const
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Settings that hold a secret. Each may also come from the file that `<NAME>_FILE` names. */
const SECRETS = [
  'MicrosoftAppPassword',
  'DATABASE_URL',
  'TOKEN_SECRET',
  'AZURE_LANGUAGE_KEY',
  'OIDC_CLIENT_SECRET',
  'SMTP_URL',
  'MESSENGER_VERIFY_TOKEN',
  'MESSENGER_APP_SECRET',
  'MESSENGER_PAGE_ACCESS_TOKEN',
] as const

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Longer waits than this are none that a timer can keep. */
const MOST = 2 ** 31

/** A number above 0. */
function number(fallback: number) {
  return z
    .string()
    .refine(text => Number(text) > 0 && Number(text) < MOST, `must be a number above 0 and below ${MOST}`)
    .transform(Number)
    .default(fallback)
}

/** Values separated by spaces or commas. */
function list(isRight: (value: string) => boolean, problem: string) {
  return z
    .string()
    .transform(text => text.split(/[\s,]+/).filter(Boolean))
    .refine(values => values.every(isRight), problem)
    .default([])
}

function isOrigin(value: string): boolean {
  return URL.canParse(value) && /^https?:/.test(value) && new URL(value).origin === value
}

/** Names under which one provider serves every organisation: whoever has any account there would be let in. */
const EVERYBODYS = /^\/(common|organizations|consumers)(\/|$)/

function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, hostname, pathname } = new URL(value)
  const isLocal = protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname)
  return (protocol === 'https:' || isLocal) && !EVERYBODYS.test(pathname)
}

function isRange(value: string): boolean {
  const [address = '', prefix = '0', more] = value.split('/')
  const bits = isIP(address) === 6 ? 128 : 32
  return isIP(address) > 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits && more === undefined
}

/** What is sent must not be read on the way. */
function isSafeEndpoint(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, hostname } = new URL(value)
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname))
}

/** Secrets separated by spaces, while one is being changed. */
function secrets() {
  return z.string().transform(text => text.split(/\s+/))
}

/** Shorter secrets can be guessed. */
const LEAST_SECRET_CHARACTERS = 32

const schema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
    .transform(Number)
    .refine(port => port <= 65535, 'must be a number from 0 to 65535')
    .default(3978),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be a web address such as https://asystent.example.pl' })
    .transform(url => url.replace(/\/+$/, ''))
    .optional(),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must be an address such as postgres://user:password@host/database')
    .optional(),
  ERASURE_REGISTER: z.string().optional(),
  KNOWLEDGE_DIR: z.string().default('knowledge/content'),
  MicrosoftAppId: z
    .guid('must be the app id from the Azure portal, such as 00000000-0000-0000-0000-000000000000')
    .optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppType: z.enum(APP_TYPES, `must be one of ${APP_TYPES.join(', ')}`).default('MultiTenant'),
  MicrosoftAppTenantId: z.string().optional(),
  AZURE_LANGUAGE_ENDPOINT: z
    .string()
    .refine(
      isSafeEndpoint,
      'must be the endpoint from the Azure portal, such as https://name.cognitiveservices.azure.com',
    )
    .optional(),
  AZURE_LANGUAGE_KEY: z.string().optional(),
  AZURE_LANGUAGE_MS: number(500).refine(ms => ms >= 50 && ms <= 500, 'must be from 50 to 500'),
  AZURE_LANGUAGE_REST_SECONDS: number(30),
  MESSENGER_VERIFY_TOKEN: secrets().optional(),
  MESSENGER_APP_SECRET: secrets().optional(),
  MESSENGER_PAGE_ACCESS_TOKEN: secrets().optional(),
  MESSENGER_GRAPH_URL: z
    .url({ protocol: /^https?$/, error: 'must be a web address such as https://graph.facebook.com/v24.0' })
    .transform(url => url.replace(/\/+$/, ''))
    .default('https://graph.facebook.com/v24.0'),
  WEBSITE_ORIGINS: list(isOrigin, 'must be addresses of pages, such as https://powiat.example.pl, without a path'),
  TOKEN_SECRET: secrets()
    .refine(
      values => values.every(secret => secret.length >= LEAST_SECRET_CHARACTERS),
      `must have at least ${LEAST_SECRET_CHARACTERS} characters. Make one with: openssl rand -hex 32`,
    )
    .default([]),
  TRUSTED_PROXIES: list(isRange, 'must be addresses or ranges, such as 10.0.0.1 or 10.0.0.0/8'),
  TOKEN_SECONDS: number(1800),
  TICKET_SECONDS: number(60),
  RESUME_DAYS: number(30),
  RESUME_OVERLAP_SECONDS: number(600),
  END_SECONDS: number(300),
  CHATS_PER_MINUTE: number(10),
  MESSAGES_PER_MINUTE: number(20),
  MESSAGES_AT_ONCE: number(5),
  SOCKETS_PER_CHAT: number(5),
  QUEUE_MINUTES: number(5),
  TICKET_DAYS: number(2),
  CLERK_SILENT_SECONDS: number(60),
  CLERK_LOST_SECONDS: number(180),
  DESK_MS: number(1000),
  SESSION_IDLE_MINUTES: number(30),
  SESSION_HOURS: number(10),
  SIGN_IN_ATTEMPTS: number(5),
  INVITATION_HOURS: number(24),
  OIDC_ISSUER: z
    .string()
    .refine(
      isIssuer,
      'must be the https address of one tenant, such as https://login.microsoftonline.com/TENANT-ID/v2.0',
    )
    .transform(url => new URL(url))
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_ROLE_CLAIM: z.string().default('roles'),
  SMTP_URL: z
    .string()
    .refine(
      url => /^smtps?:\/\//.test(url) && URL.canParse(url) && new URL(url).hostname !== '',
      'must be an address such as smtps://user:password@poczta.example.pl:465',
    )
    .optional(),
  MAIL_FROM: z.email('must be one address, such as asystent@powiat.example.pl').optional(),
  ALERT_MAIL: z.email('must be one address, such as informatyk@powiat.example.pl').optional(),
  RETENTION_BOT_DAYS: number(30),
  RETENTION_CLERK_DAYS: number(90),
  RETENTION_TICKET_DAYS: number(90),
  RETENTION_LEARNING_DAYS: number(365),
  RETENTION_DEAD_LETTER_DAYS: number(14),
  RETENTION_KEY_DAYS: number(8).refine(days => days >= 8, 'must be at least 8, as senders repeat for 7 days'),
  RETENTION_AUDIT_DAYS: number(731).refine(days => days >= 731, 'must be at least 731, as it is kept for two years'),
  RETENTION_HOUR: z
    .string()
    .regex(/^(\d|1\d|2[0-3])$/, 'must be a whole number from 0 to 23')
    .transform(Number)
    .default(3),
  RETENTION_MS: number(60_000),
  RETENTION_SCRUB_MB: number(128),
  RECORDS_DIR: z.string().optional(),
  RELAY_MS: number(1000),
  RECOVER_MS: number(1000),
  DRAIN_SECONDS: number(5),
  WATCHDOG_SECONDS: number(10),
  NODE_ENV: z.string().optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
})

/** Names of all settings, in the order of `.env.example`. Each secret has a `<NAME>_FILE` besides. */
export const SETTING_NAMES: readonly string[] = Object.keys(schema.shape)

/** Checks the environment. An empty value means unset. Throws `ConfigError` with every problem at once. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const { values, problems: unread } = withSecretFiles(environment)
  const parsed = schema.safeParse(values)
  const wrong = parsed.success
    ? []
    : parsed.error.issues.map(issue => wrongValue(String(issue.path[0]), issue.message, values))
  const problems = [
    ...unread,
    ...wrong,
    ...missingWithAppId(values),
    ...missingForMessenger(values),
    ...missingTokenSecret(values),
    ...missingErasureRegister(values),
    ...missingEndpoint(values),
    ...missingWithIssuer(values),
    ...missingForMail(values),
  ]
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)

  const { data } = parsed
  return {
    host: data.HOST,
    port: data.PORT,
    publicUrl: data.PUBLIC_URL,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    erasureRegister: data.ERASURE_REGISTER ?? join(data.DATA_DIR, 'erasures.jsonl'),
    knowledgeDir: data.KNOWLEDGE_DIR,
    azureBot: readAzureBot(data),
    azureLanguage: readAzureLanguage(data),
    messenger: readMessenger(data),
    websiteOrigins: data.WEBSITE_ORIGINS,
    tokenSecrets: data.TOKEN_SECRET,
    trustedProxies: data.TRUSTED_PROXIES,
    queueMinutes: data.QUEUE_MINUTES,
    ticketDays: data.TICKET_DAYS,
    clerkSilentSeconds: data.CLERK_SILENT_SECONDS,
    clerkLostSeconds: data.CLERK_LOST_SECONDS,
    deskMs: data.DESK_MS,
    website: {
      tokenSeconds: data.TOKEN_SECONDS,
      ticketSeconds: data.TICKET_SECONDS,
      resumeDays: data.RESUME_DAYS,
      resumeOverlapSeconds: data.RESUME_OVERLAP_SECONDS,
      endSeconds: data.END_SECONDS,
      chatsPerMinute: data.CHATS_PER_MINUTE,
      messagesPerMinute: data.MESSAGES_PER_MINUTE,
      messagesAtOnce: data.MESSAGES_AT_ONCE,
      socketsPerChat: data.SOCKETS_PER_CHAT,
    },
    desk: {
      life: { idleMs: data.SESSION_IDLE_MINUTES * MINUTE_MS, wholeMs: data.SESSION_HOURS * HOUR_MS },
      invitationMs: data.INVITATION_HOURS * HOUR_MS,
      signInAttempts: data.SIGN_IN_ATTEMPTS,
    },
    organisation: readOrganisation(data),
    mail: readMail(data),
    retention: {
      botDays: data.RETENTION_BOT_DAYS,
      clerkDays: data.RETENTION_CLERK_DAYS,
      ticketDays: data.RETENTION_TICKET_DAYS,
      learningDays: data.RETENTION_LEARNING_DAYS,
      deadLetterDays: data.RETENTION_DEAD_LETTER_DAYS,
      keyDays: data.RETENTION_KEY_DAYS,
      auditDays: data.RETENTION_AUDIT_DAYS,
      hour: data.RETENTION_HOUR,
      lookMs: data.RETENTION_MS,
      scrubMostBytes: data.RETENTION_SCRUB_MB * 1e6,
      recordsDir: data.RECORDS_DIR,
    },
    relayMs: data.RELAY_MS,
    recoverMs: data.RECOVER_MS,
    drainSeconds: data.DRAIN_SECONDS,
    watchdogSeconds: data.WATCHDOG_SECONDS,
    isProduction: data.NODE_ENV === 'production',
    logLevel: data.LOG_LEVEL,
  }
}

function readAzureBot(data: z.infer<typeof schema>): AzureBot | undefined {
  if (data.MicrosoftAppId === undefined) return undefined
  return {
    appId: data.MicrosoftAppId,
    appType: data.MicrosoftAppType,
    password: firstOf(data.MicrosoftAppPassword),
    tenantId: data.MicrosoftAppTenantId,
  }
}

function readAzureLanguage(data: z.infer<typeof schema>): AzureLanguage | undefined {
  if (data.AZURE_LANGUAGE_ENDPOINT === undefined) return undefined
  return {
    endpoint: data.AZURE_LANGUAGE_ENDPOINT,
    key: firstOf(data.AZURE_LANGUAGE_KEY),
    timeoutMs: data.AZURE_LANGUAGE_MS,
    restSeconds: data.AZURE_LANGUAGE_REST_SECONDS,
  }
}

function readOrganisation(data: z.infer<typeof schema>): OrganisationSignIn | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_ROLE_CLAIM: roleClaim } = data
  const clientSecret = firstOf(data.OIDC_CLIENT_SECRET)
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, roleClaim } : undefined
}

function readMail({ SMTP_URL: smtpUrl, MAIL_FROM: from, ALERT_MAIL: alertTo }: z.infer<typeof schema>) {
  return smtpUrl && from ? { smtpUrl, from, alertTo } : undefined
}

function readMessenger(data: z.infer<typeof schema>): MessengerSettings | undefined {
  const [pageAccessToken] = data.MESSENGER_PAGE_ACCESS_TOKEN ?? []
  const { MESSENGER_VERIFY_TOKEN: verifyTokens, MESSENGER_APP_SECRET: appSecrets } = data
  if (pageAccessToken === undefined || !verifyTokens || !appSecrets) return undefined
  return { verifyTokens, appSecrets, pageAccessToken, graphUrl: data.MESSENGER_GRAPH_URL }
}

type Values = Readonly<Record<string, string>>

function withSecretFiles(environment: Readonly<Record<string, string | undefined>>): {
  readonly values: Values
  readonly problems: readonly string[]
} {
  const values: Record<string, string> = {}
  const problems: string[] = []
  for (const [name, value] of Object.entries(environment)) if (value?.trim()) values[name] = value.trim()
  for (const name of SECRETS) {
    const path = values[`${name}_FILE`]
    if (path === undefined || values[name] !== undefined) continue
    if (existsSync(path) && statSync(path).isFile()) values[name] = readFileSync(path, 'utf8').trim()
    else problems.push(`${name}_FILE: the file "${path}" does not exist. Mend the path, or set ${name} instead.`)
  }
  return { values, problems }
}

function wrongValue(name: string, message: string, values: Values): string {
  const isSecret = SECRETS.some(secret => secret === name)
  return `${name}: ${message}${isSecret ? '' : `, but is "${values[name]}"`}.`
}

/** What an app id needs besides, by its type. */
function missingWithAppId(values: Values): readonly string[] {
  if (!values.MicrosoftAppId) return []
  const type = values.MicrosoftAppType ?? 'MultiTenant'
  const lacks = (name: string) => [`${name}: must be set when MicrosoftAppId is, for the type ${type}.`]
  return [
    ...(type !== 'UserAssignedMSI' && !values.MicrosoftAppPassword ? lacks('MicrosoftAppPassword') : []),
    ...(type !== 'MultiTenant' && !values.MicrosoftAppTenantId ? lacks('MicrosoftAppTenantId') : []),
  ]
}

/** A key alone would be taken for a service that is on. */
function missingEndpoint(values: Values): readonly string[] {
  if (!values.AZURE_LANGUAGE_KEY || values.AZURE_LANGUAGE_ENDPOINT) return []
  return [
    'AZURE_LANGUAGE_ENDPOINT: must be set when AZURE_LANGUAGE_KEY is. It stands beside the key in the Azure portal.',
  ]
}

/** What signing in by an account of the organisation needs besides the issuer. */
function missingWithIssuer(values: Values): readonly string[] {
  if (!values.OIDC_ISSUER) return []
  return ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']
    .filter(name => !values[name])
    .map(name => `${name}: must be set when OIDC_ISSUER is.`)
}

/** Letters need a server and a sender. */
function missingForMail({ SMTP_URL, MAIL_FROM, ALERT_MAIL }: Values): readonly string[] {
  return [
    ...(SMTP_URL && !MAIL_FROM ? ['MAIL_FROM: must be set when SMTP_URL is.'] : []),
    ...((MAIL_FROM || ALERT_MAIL) && !SMTP_URL ? ['SMTP_URL: must be set when MAIL_FROM or ALERT_MAIL is.'] : []),
  ]
}

/** One without the others would be a page that hears, or speaks, only. */
function missingForMessenger(values: Values): readonly string[] {
  const needed = ['MESSENGER_VERIFY_TOKEN', 'MESSENGER_APP_SECRET', 'MESSENGER_PAGE_ACCESS_TOKEN']
  const missing = needed.filter(name => !values[name])
  if (missing.length === needed.length) return []
  return missing.map(name => `${name}: must be set when another of ${needed.join(', ')} is.`)
}

/** One that is made at the start would differ between replicas, and be lost with a container. */
function missingTokenSecret(values: Values): readonly string[] {
  const isNeeded = values.DATABASE_URL !== undefined || values.NODE_ENV === 'production'
  if (!isNeeded || values.TOKEN_SECRET) return []
  return [
    'TOKEN_SECRET: must be set with DATABASE_URL and when NODE_ENV is production. Make one with: openssl rand -hex 32',
  ]
}

/** Each replica would have one of its own, and a restored database would meet only some of what was erased. */
function missingErasureRegister(values: Values): readonly string[] {
  if (values.DATABASE_URL === undefined || values.NODE_ENV !== 'production' || values.ERASURE_REGISTER) return []
  return [
    'ERASURE_REGISTER: must be set with DATABASE_URL when NODE_ENV is production. Name a file that all replicas share and no backup of the database replaces.',
  ]
}

/** A secret may be two, separated by a space, while it is being changed; the first signs. */
function firstOf(secrets: string | undefined): string | undefined {
  return secrets?.split(/\s+/)[0]
}
