import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, toConfig } from '../../../server/config.ts'

function findProblems(environment: Readonly<Record<string, string>>): ConfigError['problems'] {
  try {
    toConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(toConfig({})).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      databaseUrl: null,
      logLevel: 'info',
      language: 'vi',
      basemapStyleUrl: null,
      basemapOrigins: [],
    })
  })

  it('takes an empty variable as one that is not set', () => {
    expect(toConfig({ PORT: '', DATABASE_URL: ' ', DATA_DIR: '', LANGUAGE: '' })).toEqual(toConfig({}))
  })

  it('keeps the default folders in the project and takes named ones from where the command runs', () => {
    expect(toConfig({}).dataDir).toBe(resolve(import.meta.dirname, '../../../var'))
    expect(toConfig({ DATA_DIR: 'kho dữ liệu' }).dataDir).toBe(resolve('kho dữ liệu'))
  })

  it.each([
    ['PORT', '80800', 'port'],
    ['PORT', '80a', 'port'],
    ['PORT', '-1', 'port'],
    ['PORT', '1e3', 'port'],
    ['HOST', 'a b', 'host'],
    ['DATABASE_POOL_SIZE', '0', 'pool_size'],
    ['CHALLENGE_ANSWER_DAYS', '0', 'days'],
    ['LOG_LEVEL', 'loud', 'log_level'],
    ['BASEMAP_STYLE_URL', 'http://tiles.example/style.json', 'https_url'],
    ['BASEMAP_STYLE_URL', 'style.json', 'https_url'],
    ['BASEMAP_ORIGINS', 'https://a.example, b.example', 'https_origins'],
    ['TRUST_PROXY', 'true', 'proxies'],
    ['TRUST_PROXY', '10.0.0.0/33', 'proxies'],
    ['TRUST_PROXY', '10.0.0.1, everybody', 'proxies'],
    ['PUBLIC_URL', 'map.example', 'https_url'],
    ['ALERTS_HOUR', '24', 'hour'],
    ['MAIL_FROM', 'Bản đồ', 'mail_sender'],
    ['MAIL_FROM', 'a@b.vn\nBcc: c@d.vn', 'mail_sender'],
    ['MAIL_FROM', 'Bản đồ <a@b.vn>, Khác <c@d.vn>', 'mail_sender'],
    ['OIDC_ROLES', 'so-kh', 'claimed_roles'],
    ['OIDC_ROLES', 'so-kh:owner', 'claimed_roles'],
  ])('refuses %s=%s', (variable, value, expected) => {
    expect(findProblems({ [variable]: value })).toEqual([{ variable, value, expected }])
  })

  it.each(['mysql://u:geheim@h/db', 'postgres://u:geheim@h', 'geheim'])(
    'refuses %s without repeating it',
    (url) => {
      expect(findProblems({ DATABASE_URL: url })).toEqual([
        { variable: 'DATABASE_URL', value: null, expected: 'postgres_url' },
      ])
    },
  )

  it.each(['https://u:geheim@mail.example', 'geheim', 'smtp:'])('refuses SMTP_URL %s likewise', (url) => {
    expect(findProblems({ SMTP_URL: url })).toEqual([
      { variable: 'SMTP_URL', value: null, expected: 'smtp_url' },
    ])
  })

  it('mails only with a sender and an address for links', () => {
    const SMTP_URL = 'smtps://u:geheim@mail.example'
    expect(findProblems({ SMTP_URL })).toEqual(
      ['MAIL_FROM', 'PUBLIC_URL'].map((variable) => ({ variable, value: null, expected: 'with_smtp' })),
    )
    const whole = { SMTP_URL, PUBLIC_URL: 'https://map.example' }
    expect(
      toConfig({ ...whole, MAIL_FROM: 'Bản đồ số <ban-do@map.example>', ALERTS_HOUR: '6' }),
    ).toMatchObject({
      mail: { smtpUrl: SMTP_URL, from: { name: 'Bản đồ số', address: 'ban-do@map.example' } },
      alertsHour: 6,
    })
    expect(toConfig({ ...whole, MAIL_FROM: 'ban-do@map.example' }).mail?.from.name).toBe('')
    expect(toConfig({})).toMatchObject({ mail: null, alertsHour: 7 })
  })

  it('tells everything that is wrong at once', () => {
    const problems = findProblems({ PORT: 'x', LOG_LEVEL: 'y', DATABASE_POOL_SIZE: 'z' })
    expect(problems.map(({ variable }) => variable).toSorted()).toEqual([
      'DATABASE_POOL_SIZE',
      'LOG_LEVEL',
      'PORT',
    ])
  })

  it('takes an identity provider only whole, and never repeats its secret', () => {
    expect(findProblems({ OIDC_ISSUER: 'https://id.example/realms/tinh' })).toEqual(
      ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'].map((variable) => ({
        variable,
        value: null,
        expected: 'with_issuer',
      })),
    )
    const environment = {
      OIDC_ISSUER: 'https://id.example/realms/tinh',
      OIDC_CLIENT_ID: 'map',
      OIDC_CLIENT_SECRET: 'geheim',
      PUBLIC_URL: 'https://map.example/',
      OIDC_ROLES: 'urn:so:kh:staff, quản trị:admin',
    }
    expect(toConfig(environment)).toMatchObject({
      publicUrl: 'https://map.example',
      oidc: {
        issuer: 'https://id.example/realms/tinh',
        name: 'id.example',
        roleClaim: 'role',
        roles: [
          { claimed: 'urn:so:kh', role: 'staff' },
          { claimed: 'quản trị', role: 'admin' },
        ],
      },
    })
    expect(findProblems({ ...environment, OIDC_CLIENT_SECRET: 'x'.repeat(501) })).toEqual([
      { variable: 'OIDC_CLIENT_SECRET', value: null, expected: 'secret' },
    ])
  })

  it('believes no proxy unless its address is named', () => {
    expect(toConfig({}).trustProxy).toEqual([])
    expect(toConfig({ TRUST_PROXY: 'loopback, 10.1.0.0/16,::1' }).trustProxy).toEqual([
      'loopback',
      '10.1.0.0/16',
      '::1',
    ])
  })

  it('speaks the first language of a list of locales that it knows, otherwise Vietnamese', () => {
    const speak = (LANGUAGE: string) => toConfig({ LANGUAGE }).language
    expect(['en', 'en_US.UTF-8', 'fr_FR:en', 'vi_VN:en', 'fr', 'C'].map(speak)).toEqual([
      'en',
      'en',
      'en',
      'vi',
      'vi',
      'vi',
    ])
  })

  it('allows the origin of the online base map and those named beside it, once each', () => {
    const { basemapOrigins } = toConfig({
      BASEMAP_STYLE_URL: 'https://tiles.example/styles/light.json?key=1',
      BASEMAP_ORIGINS: 'https://glyphs.example/fonts, https://tiles.example',
    })
    expect(basemapOrigins).toEqual(['https://tiles.example', 'https://glyphs.example'])
  })
})
