import { existsSync, readFileSync, statSync } from 'node:fs'
import { z } from 'zod'

/** Everything that can be set, checked once at the start. See `.env.example`. */
export type Config = {
  readonly host: string
  readonly port: number
  /** Address seen from outside, without a slash at its end; absent while it is the own one. */
  readonly publicUrl?: string | undefined
  readonly dataDir: string
  /** PostgreSQL instead of a SQLite file in `dataDir`. */
  readonly databaseUrl?: string | undefined
  readonly knowledgeDir: string
  /** Absent where no Azure Bot is connected: `/api/messages` then serves testers on this machine only. */
  readonly azureBot?: AzureBot | undefined
  readonly isProduction: boolean
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

export type AzureBot = {
  readonly appId: string
  readonly appType: (typeof APP_TYPES)[number]
  /** Absent for `UserAssignedMSI`, which needs none. */
  readonly password?: string | undefined
  /** Present unless the type is `MultiTenant`. */
  readonly tenantId?: string | undefined
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
const SECRETS = ['MicrosoftAppPassword', 'DATABASE_URL'] as const

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
  KNOWLEDGE_DIR: z.string().default('knowledge/content'),
  MicrosoftAppId: z
    .guid('must be the app id from the Azure portal, such as 00000000-0000-0000-0000-000000000000')
    .optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppType: z.enum(APP_TYPES, `must be one of ${APP_TYPES.join(', ')}`).default('MultiTenant'),
  MicrosoftAppTenantId: z.string().optional(),
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
  const problems = [...unread, ...wrong, ...missingWithAppId(values)]
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)

  const { data } = parsed
  return {
    host: data.HOST,
    port: data.PORT,
    publicUrl: data.PUBLIC_URL,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    knowledgeDir: data.KNOWLEDGE_DIR,
    azureBot: readAzureBot(data),
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

/** A secret may be two, separated by a space, while it is being changed; the first signs. */
function firstOf(secrets: string | undefined): string | undefined {
  return secrets?.split(/\s+/)[0]
}
