import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../server/db/database.ts'
import { openApp } from '../../helpers/app.ts'
import { createPostgresCopy } from '../../helpers/postgres-copies.ts'
import { openPostgres } from '../../../server/db/postgres.ts'

const script = 'export const answer = 42\n'.repeat(100)

describe('the page', () => {
  let folder: string
  let db: Database
  let drop: () => Promise<void>
  let app: FastifyInstance

  beforeAll(async () => {
    const copy = await createPostgresCopy('migrated')
    drop = copy.drop
    db = await openPostgres({ url: copy.url })
    folder = await mkdtemp(join(tmpdir(), 'web-'))
    await mkdir(join(folder, 'assets'))
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Bản đồ</title>')
    await writeFile(join(folder, 'assets/app-1a2b.js'), script)
    await writeFile(join(folder, 'assets/app-1a2b.js.br'), brotliCompressSync(script))
    await writeFile(join(folder, 'assets/worker-3c4d.mjs'), script)
    app = (await openApp({ db, webDir: folder })).app
  })
  afterAll(async () => {
    await app.close()
    await db.close()
    await drop()
    await rm(folder, { recursive: true })
  })

  it('is served at the root and asked for anew each time', async () => {
    const page = await app.inject('/')
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-type']).toMatch(/^text\/html; charset=utf-8$/i)
    expect(page.headers['cache-control']).toBe('no-cache')
    const again = await app.inject({ url: '/', headers: { 'if-none-match': String(page.headers.etag) } })
    expect(again.statusCode).toBe(304)
  })

  it('has assets that may be kept for ever, as the build compressed them', async () => {
    const asset = await app.inject({ url: '/assets/app-1a2b.js', headers: { 'accept-encoding': 'gzip, br' } })
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(asset.headers['content-encoding']).toBe('br')
    expect(asset.headers['content-type']).toMatch(/javascript/)
    expect(brotliDecompressSync(asset.rawPayload).toString()).toBe(script)
    const plain = await app.inject('/assets/app-1a2b.js')
    expect(plain.body).toBe(script)
  })

  it('sends module workers as JavaScript', async () => {
    const worker = await app.inject('/assets/worker-3c4d.mjs')
    expect(worker.headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  it('is not served in place of what does not exist', async () => {
    for (const url of [
      '/assets/none.js',
      '/huyen/11',
      '/api/none',
      '/../package.json',
      '/.env',
      '/assets/',
    ]) {
      const response = await app.inject(url)
      expect(response.statusCode, url).toBe(404)
      expect(response.json(), url).toMatchObject({ code: 'route_not_found' })
    }
  })

  it('may load nothing from elsewhere, and run nothing that is written into it', async () => {
    for (const url of ['/', '/api/health', '/api/docs', '/nothing']) {
      const { headers } = await app.inject(url)
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain(`script-src 'self';`)
      expect(policy).toContain(`default-src 'self';`)
      expect(policy).toContain(`frame-ancestors 'self'`)
      // The reader of the documentation writes styles, and only styles, into its own page.
      const strict = url === '/api/docs' ? policy.replace(`style-src 'self' 'unsafe-inline'`, '') : policy
      expect(strict).not.toMatch(/unsafe|https?:|upgrade-insecure-requests/)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['strict-transport-security']).toBeUndefined()
      expect(headers['referrer-policy']).toBe('no-referrer')
    }
  })

  it('may load the base map that the configuration names, and only that', async () => {
    const environment = {
      BASEMAP_STYLE_URL: 'https://maps.example.org/styles/basic.json',
      BASEMAP_ORIGINS: 'https://tiles.example.org',
    }
    const { app: configured } = await openApp({ db, webDir: folder, environment })
    const policy = String((await configured.inject('/')).headers['content-security-policy'])
    expect(policy.match(/https:[^ ;]+/g)).toEqual([
      'https://maps.example.org',
      'https://tiles.example.org',
      'https://maps.example.org',
      'https://tiles.example.org',
    ])
    expect(policy).toMatch(/connect-src 'self' https:\/\/maps\.example\.org https:\/\/tiles\.example\.org;/)
    await configured.close()
  })
})
