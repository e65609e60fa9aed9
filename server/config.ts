/** How is this server set up? Every environment variable is declared here once, with its default and what it accepts. */
import { isIP } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { customCleanEnv, makeValidator } from 'envalid'
import { isEmailAddress } from '../core/alerts/email-address.ts'
import type { FileKind } from '../core/files/kinds.ts'
import { accountRoles, publicSitesModes, type AccountRole, type PublicSites } from '../core/permissions.ts'

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export interface Config {
  /** 0 takes any free port. */
  readonly port: number
  readonly host: string
  /** Holds a password: never printed. Null means the embedded database. */
  readonly databaseUrl: string | null
  /** Of the owner of the tables: migrations, loading, backup. Null: the commands use that of the application. */
  readonly databaseOwnerUrl: string | null
  readonly databasePoolSize: number
  /** Absolute folder of the embedded database and its lock. */
  readonly dataDir: string
  /** Absolute folder of files that people sent. */
  readonly uploadsDir: string
  /** Absolute folder with `reference/` and, where there is a data set, `sample/`. */
  readonly datasetDir: string
  readonly logLevel: LogLevel
  /** How many days a carrier has to answer what is said against its coverage. */
  readonly challengeAnswerDays: number
  /** Of what is printed at start. The pages have a language of their own. */
  readonly language: Language
  readonly basemapStyleUrl: string | null
  /** Origins from which the optional online base map may load: that of the style and those named beside it. */
  readonly basemapOrigins: readonly string[]
  /** What visitors see of sites; null: everything of a sample, of real data a number per commune. */
  readonly publicSites: PublicSites | null
  /** Whoever shows it reads /metrics from elsewhere: never printed. */
  readonly metricsToken: string | null
  /** Addresses of proxies in front whose `X-Forwarded-…` headers are believed; none by default. */
  readonly trustProxy: readonly string[]
  /** Where people reach the map, without a slash at the end: an identity provider sends them back there. */
  readonly publicUrl: string | null
  /** An OpenID Connect provider that people sign in with instead of passwords. */
  readonly oidc: OidcConfig | null
  /** Where alerts are mailed from; null: they are told in the application only. */
  readonly mail: MailConfig | null
  /** Hour of the day in Việt Nam from which the days are looked at and mails go out. */
  readonly alertsHour: number
  readonly uploads: UploadLimits
}

export interface MailConfig {
  /** Holds a password: never printed. */
  readonly smtpUrl: string
  readonly from: MailSender
}

export interface MailSender {
  /** Empty where there is none. */
  readonly name: string
  readonly address: string
}

/** What is taken of files. */
export interface UploadLimits {
  readonly most_bytes: Readonly<Record<FileKind, number>>
  /** Of one row: what has come and what is on its way. */
  readonly mostFiles: number
  /** After so long without its last byte an upload is given up. */
  readonly expire_h: number
}

export interface OidcConfig {
  readonly issuer: string
  readonly clientId: string
  /** Never printed. */
  readonly clientSecret: string
  /** As the sign-in page calls it. */
  readonly name: string
  readonly roleClaim: string
  /** Which value of the claim gives which role; the first that somebody has counts. */
  readonly roles: readonly ClaimedRole[]
}

export interface ClaimedRole {
  readonly claimed: string
  readonly role: AccountRole
}

/** What a variable accepts; server/messages.ts says it in words. */
export type Expected =
  | 'port'
  | 'host'
  | 'postgres_url'
  | 'pool_size'
  | 'days'
  | 'log_level'
  | 'https_url'
  | 'https_origins'
  | 'public_sites'
  | 'token'
  | 'proxies'
  | 'claimed_roles'
  | 'secret'
  | 'name'
  | 'with_issuer'
  | 'smtp_url'
  | 'mail_sender'
  | 'hour'
  | 'with_smtp'
  | 'megabytes'
  | 'files'
  | 'hours'

export interface ConfigProblem {
  readonly variable: string
  /** As given; null for a secret. */
  readonly value: string | null
  readonly expected: Expected
}

/** Every variable that is wrong, not only the first. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[]
  readonly language: Language

  constructor(problems: readonly ConfigProblem[], language: Language) {
    super(problems.map(({ variable, expected }) => `${variable}: ${expected}`).join('; '))
    this.name = 'ConfigError'
    this.problems = problems
    this.language = language
  }
}

type Environment = Readonly<Record<string, string | undefined>>

const projectDir = dirname(dirname(fileURLToPath(import.meta.url)))
const largestPool = 100
const megabyte = 1_000_000
const secrets: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'METRICS_TOKEN',
  'OIDC_CLIENT_SECRET',
  'SMTP_URL',
])

const variables = {
  PORT: accept('port', toInteger(0, 65_535))({ default: 8080 }),
  HOST: accept('host', (text) => (/^[0-9a-zA-Z.:_-]+$/.test(text) ? text : refuse()))({
    default: '127.0.0.1',
  }),
  DATABASE_URL: accept('postgres_url', toPostgresUrl)({ default: undefined }),
  DATABASE_OWNER_URL: accept('postgres_url', toPostgresUrl)({ default: undefined }),
  DATABASE_POOL_SIZE: accept('pool_size', toInteger(1, largestPool))({ default: 10 }),
  CHALLENGE_ANSWER_DAYS: accept('days', toInteger(1, 365))({ default: 15 }),
  LOG_LEVEL: accept('log_level', toChoice(logLevels))({ default: 'info' }),
  BASEMAP_STYLE_URL: accept('https_url', (text) => toWebUrl(text).href)({ default: undefined }),
  BASEMAP_ORIGINS: accept('https_origins', toOrigins)({ default: [] }),
  PUBLIC_SITES: accept('public_sites', toChoice(publicSitesModes))({ default: undefined }),
  METRICS_TOKEN: accept('token', (text) => (/^[\w.~+/=-]{16,200}$/.test(text) ? text : refuse()))({
    default: undefined,
  }),
  TRUST_PROXY: accept('proxies', toProxies)({ default: [] }),
  PUBLIC_URL: accept('https_url', (text) => toWebUrl(text).href.replace(/\/+$/, ''))({ default: undefined }),
  SMTP_URL: accept('smtp_url', toSmtpUrl)({ default: undefined }),
  MAIL_FROM: accept('mail_sender', toMailSender)({ default: undefined }),
  ALERTS_HOUR: accept('hour', toInteger(0, 23))({ default: 7 }),
  UPLOAD_PHOTO_MB: accept('megabytes', toInteger(1, 1_000))({ default: 20 }),
  UPLOAD_DRIVE_TEST_MB: accept('megabytes', toInteger(1, 1_000))({ default: 20 }),
  UPLOAD_DOCUMENT_MB: accept('megabytes', toInteger(1, 1_000))({ default: 30 }),
  UPLOAD_MOST_FILES: accept('files', toInteger(1, 10_000))({ default: 50 }),
  UPLOAD_EXPIRE_HOURS: accept('hours', toInteger(1, 10_000))({ default: 72 }),
  OIDC_ISSUER: accept(
    'https_url',
    toIssuer,
  )({
    default: undefined,
  }),
  OIDC_CLIENT_ID: accept('name', toShort)({ default: undefined }),
  OIDC_CLIENT_SECRET: accept('secret', toShort)({ default: undefined }),
  OIDC_NAME: accept('name', toShort)({ default: undefined }),
  OIDC_ROLE_CLAIM: accept('name', toShort)({ default: 'role' }),
  OIDC_ROLES: accept(
    'claimed_roles',
    toClaimedRoles,
  )({
    default: accountRoles.map((role) => ({ claimed: role, role })),
  }),
}

/** The configuration, or a `ConfigError` that lists every wrong variable. An empty variable counts as not set. */
export function toConfig(environment: Environment = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''))
  const env = customCleanEnv(given, variables, (cleaned) => cleaned, {
    reporter: ({ errors }) => {
      const problems = Object.entries(errors).map(([variable, error]) => toProblem(given, variable, error))
      if (problems.length > 0) throw new ConfigError(problems, toLanguage(given['LANGUAGE']))
    },
  })
  requireWhole(given, {
    of: 'OIDC_ISSUER',
    needs: ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'],
    expected: 'with_issuer',
  })
  requireWhole(given, { of: 'SMTP_URL', needs: ['MAIL_FROM', 'PUBLIC_URL'], expected: 'with_smtp' })
  const basemapStyleUrl = env.BASEMAP_STYLE_URL ?? null
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL ?? null,
    databaseOwnerUrl: env.DATABASE_OWNER_URL ?? null,
    databasePoolSize: env.DATABASE_POOL_SIZE,
    // A folder that is named is meant from where the command runs; the defaults belong to the project.
    dataDir: toFolder(given['DATA_DIR'], 'var'),
    uploadsDir: toFolder(given['UPLOADS_DIR'], join(toFolder(given['DATA_DIR'], 'var'), 'uploads')),
    datasetDir: toFolder(given['DATASET_DIR'], 'data'),
    logLevel: env.LOG_LEVEL,
    challengeAnswerDays: env.CHALLENGE_ANSWER_DAYS,
    language: toLanguage(given['LANGUAGE']),
    basemapStyleUrl,
    publicSites: env.PUBLIC_SITES ?? null,
    metricsToken: env.METRICS_TOKEN ?? null,
    trustProxy: env.TRUST_PROXY,
    publicUrl: env.PUBLIC_URL ?? null,
    uploads: {
      most_bytes: {
        photo: env.UPLOAD_PHOTO_MB * megabyte,
        drive_test: env.UPLOAD_DRIVE_TEST_MB * megabyte,
        document: env.UPLOAD_DOCUMENT_MB * megabyte,
      },
      mostFiles: env.UPLOAD_MOST_FILES,
      expire_h: env.UPLOAD_EXPIRE_HOURS,
    },
    oidc:
      env.OIDC_ISSUER === undefined
        ? null
        : {
            issuer: env.OIDC_ISSUER,
            clientId: env.OIDC_CLIENT_ID ?? '',
            clientSecret: env.OIDC_CLIENT_SECRET ?? '',
            name: env.OIDC_NAME ?? new URL(env.OIDC_ISSUER).host,
            roleClaim: env.OIDC_ROLE_CLAIM,
            roles: env.OIDC_ROLES,
          },
    mail:
      env.SMTP_URL === undefined || env.MAIL_FROM === undefined
        ? null
        : { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM },
    alertsHour: env.ALERTS_HOUR,
    basemapOrigins: [
      ...new Set([
        ...(basemapStyleUrl === null ? [] : [new URL(basemapStyleUrl).origin]),
        ...env.BASEMAP_ORIGINS,
      ]),
    ],
  }
}

interface WholePart {
  readonly of: string
  readonly needs: readonly string[]
  readonly expected: Expected
}

/** A provider is of no use without who we are there and where it sends people back to, a mail without a sender and links. */
function requireWhole(given: Environment, { of, needs, expected }: WholePart): void {
  if (given[of] === undefined) return
  const missing = needs.filter((variable) => given[variable] === undefined)
  if (missing.length === 0) return
  throw new ConfigError(
    missing.map((variable) => ({ variable, value: null, expected })),
    toLanguage(given['LANGUAGE']),
  )
}

function toProblem(given: Environment, variable: string, error: unknown): ConfigProblem {
  const expected = error instanceof Error ? (error.message as Expected) : 'host'
  return { variable, value: secrets.has(variable) ? null : (given[variable] ?? null), expected }
}

function accept<T>(expected: Expected, parse: (text: string) => T) {
  return makeValidator<T>((text) => {
    try {
      return parse(text.trim())
    } catch {
      throw new TypeError(expected)
    }
  })
}

function refuse(): never {
  throw new TypeError()
}

function toInteger(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    return /^\d+$/.test(text) && value >= least && value <= most ? value : refuse()
  }
}

function toChoice<const V extends readonly string[]>(values: V): (text: string) => V[number] {
  return (text) => values.find((value) => value === text) ?? refuse()
}

/**
 * GNU systems set LANGUAGE to a list of locales (`fr_FR:en`): the first one that we speak counts, and somebody else's
 * language is no reason not to start.
 */
function toLanguage(text = ''): Language {
  const spoken = text.split(':').map((locale) => locale.slice(0, 2).toLowerCase())
  return spoken.find(isLanguage) ?? 'vi'
}

function isLanguage(text: string): text is Language {
  return languages.some((language) => language === text)
}

function toPostgresUrl(text: string): string {
  const url = new URL(text)
  return ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1 ? text : refuse()
}

function toSmtpUrl(text: string): string {
  const url = new URL(text)
  return ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '' ? text : refuse()
}

/** `Bản đồ số <ban-do@example.vn>`, or the address alone. */
function toMailSender(text: string): MailSender {
  const [, name = '', bracketed] = /^([^<>"\r\n]{0,100}?)\s*<([^<>\s]+)>$/.exec(text) ?? []
  const address = bracketed ?? text
  return isEmailAddress(address) ? { name, address } : refuse()
}

/** https, or http on this machine for trials. */
function toWebUrl(text: string): URL {
  const url = new URL(text)
  const isLocal = url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname)
  return url.protocol === 'https:' || isLocal ? url : refuse()
}

function toOrigins(text: string): string[] {
  return text.split(/[\s,]+/).map((origin) => toWebUrl(origin).origin)
}

/** Addresses, networks, or a word of Fastify's for the usual ones. */
function toProxies(text: string): string[] {
  const proxies = text.split(/[\s,]+/)
  return proxies.every(isProxy) ? proxies : refuse()
}

function isProxy(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const most = isIP(address) === 4 ? 32 : 128
  return isIP(address) !== 0 && rest.length === 0 && (bits === undefined || toInteger(0, most)(bits) >= 0)
}

/** To the letter as the provider writes itself: with or without a slash at the end are two. */
function toIssuer(text: string): string {
  toWebUrl(text)
  return text
}

function toShort(text: string): string {
  return text.length <= 500 ? text : refuse()
}

/** `so-kh:staff, quan-tri:admin`; what a provider calls a role may hold a colon itself. */
function toClaimedRoles(text: string): ClaimedRole[] {
  return text.split(',').map((pair) => {
    const [, claimed = refuse(), name = refuse()] = /^\s*(\S.*):\s*(\w+)\s*$/.exec(pair) ?? []
    return { claimed, role: accountRoles.find((role) => role === name) ?? refuse() }
  })
}

function toFolder(given: string | undefined, byDefault: string): string {
  return given === undefined ? resolve(projectDir, byDefault) : resolve(given)
}
