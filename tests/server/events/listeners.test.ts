import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../server/db/database.ts'
import { openPostgres } from '../../../server/db/postgres.ts'
import { createListenersOfAddresses } from '../../../server/events/listeners-of-addresses.ts'
import { openApp } from '../../helpers/app.ts'
import { createPostgresCopy } from '../../helpers/postgres-copies.ts'
import { listen, type Listening } from './listening.ts'

const mostOfAddress = 200

describe('places for listeners', () => {
  it('are given back once, also by who leaves twice', () => {
    const listeners = createListenersOfAddresses({ ofAddress: 2, ofAll: 3 })
    const leave = listeners.enter('a')
    listeners.enter('a')
    expect(() => listeners.enter('a')).toThrow('too_busy')
    leave()
    leave()
    listeners.enter('a')
    expect(() => listeners.enter('a')).toThrow('too_busy')
  })

  it('are not all for one address, nor without end for all', () => {
    const listeners = createListenersOfAddresses({ ofAddress: 2, ofAll: 3 })
    listeners.enter('a')
    listeners.enter('a')
    const leave = listeners.enter('b')
    expect(() => listeners.enter('c')).toThrow('too_busy')
    leave()
    listeners.enter('c')
  })
})

describe('streams of one address', () => {
  let db: Database
  let drop: () => Promise<void>
  let app: FastifyInstance
  let origin: string
  let open: Listening[] = []

  beforeAll(async () => {
    const copy = await createPostgresCopy('other-province')
    drop = copy.drop
    db = await openPostgres({ url: copy.url })
    app = (await openApp({ db, environment: { TRUST_PROXY: '127.0.0.1' } })).app
    await app.listen({ port: 0, host: '127.0.0.1' })
    origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  })
  afterEach(() => {
    for (const listening of open) listening.close()
    open = []
  })
  afterAll(async () => {
    await app.close()
    await db.close()
    await drop()
  })
  const listenAt = async (address: string) => {
    const listening = await listen(origin, { address })
    open.push(listening)
    return listening
  }

  it('are refused clearly where there are too many, while others get in and asking goes on', async () => {
    for (let n = 0; n < mostOfAddress; n++) expect((await listenAt('10.0.0.1')).status).toBe(200)
    const refused = await fetch(`${origin}/api/events`, { headers: { 'x-forwarded-for': '10.0.0.1' } })
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).not.toBeNull()
    expect(await refused.json()).toMatchObject({ code: 'too_busy' })
    expect((await listenAt('10.0.0.2')).status).toBe(200)
    const asked = await fetch(`${origin}/api/events/since`, { headers: { 'x-forwarded-for': '10.0.0.1' } })
    expect(asked.status).toBe(200)
    // Who goes makes room.
    open[0]!.close()
    await expect.poll(async () => (await listenAt('10.0.0.1')).status).toBe(200)
  })
})
