import { afterEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../server/db/database.ts'
import { openPostgres } from '../../../server/db/postgres.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { createPostgresCopy } from '../../helpers/postgres-copies.ts'

describeDatabases('a database without data', ({ openDatabase }) => {
  it('makes the server say so, and serve empty layers', async () => {
    const { app, lines } = await openApp({ db: await openDatabase() })
    for (const url of ['/api/ready', '/api/province']) {
      const response = await app.inject(url)
      expect(response.statusCode).toBe(503)
      expect(response.headers['retry-after']).toBe('5')
      expect(response.json()).toMatchObject({ code: 'data_not_loaded', params: {} })
    }
    expect((await app.inject('/api/health')).statusCode).toBe(200)
    for (const layer of ['sites', 'villages', 'communes', 'assignments', 'base-map']) {
      const response = await app.inject(`/api/layers/${layer}.geojson`)
      expect(response.json()).toEqual({ type: 'FeatureCollection', features: [] })
    }
    expect((await app.inject('/api/coverage?by=district&service=fibre')).json()).toMatchObject({ units: [] })
    expect((await app.inject('/api/layers')).json<{ layers: unknown[] }>().layers).toHaveLength(11)
    expect(lines.map(({ msg }) => msg)).toEqual(['refused', 'refused'])
    await app.close()
  })
})

describe('a database that goes away', () => {
  let db: Database | undefined
  afterEach(() => db?.close())

  it('makes the server ask for patience, and stay alive', async () => {
    const { url, drop } = await createPostgresCopy('migrated')
    db = await openPostgres({ url })
    const { app, lines } = await openApp({ db })
    expect((await app.inject('/api/layers/sites.geojson')).statusCode).toBe(200)
    await drop()
    for (const path of ['/api/ready', '/api/sites/1', '/api/search?q=a', '/api/layers/villages.geojson']) {
      const response = await app.inject(path)
      expect(response.statusCode, path).toBe(503)
      expect(response.headers['retry-after']).toBe('5')
      expect(response.json()).toMatchObject({ code: 'database_unavailable' })
      expect(response.body).not.toContain(new URL(url).pathname.slice(1))
    }
    expect(lines.every(({ msg }) => msg === 'refused')).toBe(true)
    expect((await app.inject('/api/health')).statusCode).toBe(200)
    // What was built is still there for those who come meanwhile.
    expect((await app.inject('/api/layers/sites.geojson')).statusCode).toBe(200)
    await app.close()
  })
})

describe('a bug', () => {
  it('is told as an internal error without its text, and logged with the request id', async () => {
    const { url, drop } = await createPostgresCopy('migrated')
    const real = await openPostgres({ url })
    let isBroken = false
    const transaction: Database['transaction'] = (work) =>
      isBroken ? Promise.reject(new Error('secret of the inside')) : real.transaction(work)
    const { app, lines } = await openApp({ db: { ...real, transaction } })
    isBroken = true
    const response = await app.inject('/api/province')
    expect(response.statusCode).toBe(500)
    expect(response.body).not.toContain('secret')
    const { request_id, ...body } = response.json<{ request_id: string }>()
    expect(body).toEqual({ code: 'internal', params: {} })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ level: 50, request_id, err: { message: 'secret of the inside' } })
    await app.close()
    await real.close()
    await drop()
  })
})
