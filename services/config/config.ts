import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ConfigError } from './config-error.js'

export type Role = 'all' | 'ingest' | 'api' | 'worker'

export interface ClickHouseConfig {
  url: string
  username: string
  password: string
  database: string
}

export interface Config {
  port: number
  host: string
  /** Absolute path of the directory that holds everything Windsock keeps on this machine. */
  dataDir: string
  role: Role
  demo: boolean
  /** How browsers and senders reach this installation, without a slash at the end; from host and port unless given. */
  publicUrl?: string
  adminToken?: string
  /** Seals the secrets of connections; made and kept in the data directory unless given. */
  secretKey?: string
  /** Absent with the embedded store. */
  clickhouse?: ClickHouseConfig
  /** Absent with the embedded store. */
  postgresUrl?: string
  eventBodyLimitBytes: number
  hookBodyLimitBytes: number
  /** How long raw deliveries are kept once processed. */
  deliveryRetentionDays: number
  /** How long alerts that are over are kept, with the log of what was sent of them. */
  alertRetentionDays: number
  /** How many days readings of telemetry, minutes made of them and hours made of those are kept. */
  telemetryDays: { readings: number; minutes: number; hours: number }
  /** Most series of one source of telemetry in an hour that indicators ask for. */
  telemetrySeriesLimit: number
  /** Where mails are sent through, and from whom; without it there are none. */
  smtp?: { url: string; from: string }
  webDir?: string
  /** Hosts that may be called although they lie at private addresses. */
  outgoingPrivateHosts: string[]
}

export type Environment = Readonly<Record<string, string | undefined>>

const MEBIBYTE = 1024 * 1024
const roles: readonly Role[] = ['all', 'ingest', 'api', 'worker']

/** Reads the settings, command line before environment before default. Throws `ConfigError`. */
export function readConfig(env: Environment, overrides: Partial<Config> = {}): Config {
  const given = Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined))
  return checkTogether({ ...readEnvironment(env), ...given })
}

/** The environment of this process; nothing else in the services reads it. */
export function processEnvironment(): Environment {
  return process.env
}

function readEnvironment(env: Environment): Config {
  return {
    port: readWhole(env, 'WINDSOCK_PORT', 4400, { min: 0, max: 65_535 }),
    host: readText(env, 'WINDSOCK_HOST') ?? '127.0.0.1',
    dataDir: resolve(readText(env, 'WINDSOCK_DATA_DIR') ?? './.windsock'),
    role: readRole(env),
    demo: readFlag(env, 'WINDSOCK_DEMO'),
    publicUrl: readUrl(env, 'WINDSOCK_PUBLIC_URL', ['http:', 'https:'])?.replace(/\/+$/, ''),
    adminToken: readAdminToken(env),
    secretKey: readSecret(env, 'WINDSOCK_SECRET_KEY'),
    clickhouse: readClickHouse(env),
    postgresUrl: readPostgresUrl(env),
    eventBodyLimitBytes: readWhole(env, 'WINDSOCK_EVENT_BODY_LIMIT', 5 * MEBIBYTE, { min: 1024, max: 100 * MEBIBYTE }),
    hookBodyLimitBytes: readWhole(env, 'WINDSOCK_HOOK_BODY_LIMIT', 25 * MEBIBYTE, { min: 1024, max: 100 * MEBIBYTE }),
    deliveryRetentionDays: readWhole(env, 'WINDSOCK_DELIVERY_RETENTION_DAYS', 90, { min: 1, max: 3650 }),
    alertRetentionDays: readWhole(env, 'WINDSOCK_ALERT_RETENTION_DAYS', 400, { min: 1, max: 3650 }),
    telemetryDays: {
      // Late readings are taken for two days.
      readings: readWhole(env, 'WINDSOCK_SLI_READING_DAYS', 3, { min: 3, max: 3650 }),
      // Objectives have windows of up to 90 days.
      minutes: readWhole(env, 'WINDSOCK_SLI_MINUTE_DAYS', 100, { min: 100, max: 3650 }),
      hours: readWhole(env, 'WINDSOCK_SLI_HOUR_DAYS', 800, { min: 100, max: 3650 }),
    },
    telemetrySeriesLimit: readWhole(env, 'WINDSOCK_TELEMETRY_SERIES_LIMIT', 20_000, { min: 1, max: 10_000_000 }),
    outgoingPrivateHosts: readHosts(env, 'WINDSOCK_OUTGOING_PRIVATE_HOSTS'),
    smtp: readSmtp(env),
    webDir: resolveIfGiven(readText(env, 'WINDSOCK_WEB_DIR')),
  }
}

function readSmtp(env: Environment): Config['smtp'] {
  const url = readSecret(env, 'WINDSOCK_SMTP_URL')
  const from = readText(env, 'WINDSOCK_MAIL_FROM')
  if (url === undefined && from === undefined) return undefined
  if (url === undefined || from === undefined) throw new ConfigError('WINDSOCK_SMTP_URL and WINDSOCK_MAIL_FROM go together.')
  if (!/^smtps?:\/\/./.test(url)) throw new ConfigError('WINDSOCK_SMTP_URL must begin with smtp:// or smtps://.')
  return { url, from }
}

function checkTogether(config: Config): Config {
  if (config.role !== 'all' && !(config.clickhouse && config.postgresUrl)) {
    throw new ConfigError(
      `WINDSOCK_ROLE=${config.role} needs WINDSOCK_CLICKHOUSE_URL and WINDSOCK_POSTGRES_URL, because embedded stores belong to one process.`,
    )
  }
  if (config.postgresUrl && !config.secretKey) {
    throw new ConfigError(
      'WINDSOCK_SECRET_KEY or WINDSOCK_SECRET_KEY_FILE must be set with WINDSOCK_POSTGRES_URL, so that every process can open the sealed secrets.',
    )
  }
  return config
}

function readText(env: Environment, name: string): string | undefined {
  const text = env[name]?.trim()
  return text ? text : undefined
}

function readSecret(env: Environment, name: string): string | undefined {
  const file = readText(env, `${name}_FILE`)
  const value = readText(env, name)
  if (file === undefined) return value
  if (value !== undefined) throw new ConfigError(`${name} and ${name}_FILE are both set; keep one of them.`)
  return readSecretFile(`${name}_FILE`, file)
}

function readSecretFile(name: string, file: string): string {
  let text: string
  try {
    text = readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new ConfigError(`${name} names ${file}, which cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`)
  }
  if (!text) throw new ConfigError(`${name} names ${file}, which is empty.`)
  return text
}

function readAdminToken(env: Environment): string | undefined {
  const token = readSecret(env, 'WINDSOCK_ADMIN_TOKEN')
  if (token !== undefined && token.length < 20) throw new ConfigError('WINDSOCK_ADMIN_TOKEN must have at least 20 characters.')
  return token
}

function readWhole(env: Environment, name: string, fallback: number, { min, max }: { min: number; max: number }): number {
  const text = readText(env, name)
  if (text === undefined) return fallback
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < min || value > max) {
    throw new ConfigError(`${name} must be a whole number from ${min} to ${max}, not "${text}".`)
  }
  return value
}

function readHosts(env: Environment, name: string): string[] {
  const hosts = (readText(env, name) ?? '').split(',').map((host) => host.trim().toLowerCase())
  const wrong = hosts.find((host) => host !== '' && !/^[a-z0-9._-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/.test(host))
  if (wrong !== undefined)
    throw new ConfigError(`${name} must be hosts with commas between them, such as git.internal,10.0.0.7:8443, not "${wrong}".`)
  return hosts.filter((host) => host !== '')
}

function readFlag(env: Environment, name: string): boolean {
  const text = readText(env, name)?.toLowerCase()
  if (text === undefined || ['0', 'false', 'no'].includes(text)) return false
  if (['1', 'true', 'yes'].includes(text)) return true
  throw new ConfigError(`${name} must be true or false, not "${text}".`)
}

function readRole(env: Environment): Role {
  const text = readText(env, 'WINDSOCK_ROLE') ?? 'all'
  const role = roles.find((candidate) => candidate === text)
  if (!role) throw new ConfigError(`WINDSOCK_ROLE must be one of ${roles.join(', ')}, not "${text}".`)
  return role
}

function readUrl(env: Environment, name: string, protocols: readonly string[]): string | undefined {
  const text = readText(env, name)
  if (text !== undefined) checkUrl(name, text, protocols)
  return text
}

function checkUrl(name: string, text: string, protocols: readonly string[]): void {
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
    // The value is not repeated: an address may carry a password.
    throw new ConfigError(`${name} must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}.`)
  }
}

function readPostgresUrl(env: Environment): string | undefined {
  const url = readSecret(env, 'WINDSOCK_POSTGRES_URL')
  if (url !== undefined) checkUrl('WINDSOCK_POSTGRES_URL', url, ['postgres:', 'postgresql:'])
  return url
}

function readClickHouse(env: Environment): ClickHouseConfig | undefined {
  const url = readUrl(env, 'WINDSOCK_CLICKHOUSE_URL', ['http:', 'https:'])
  if (url === undefined) return undefined
  return {
    url,
    username: readText(env, 'WINDSOCK_CLICKHOUSE_USER') ?? 'default',
    password: readSecret(env, 'WINDSOCK_CLICKHOUSE_PASSWORD') ?? '',
    database: readText(env, 'WINDSOCK_CLICKHOUSE_DATABASE') ?? 'default',
  }
}

function resolveIfGiven(path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(path)
}
