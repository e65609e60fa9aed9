/** The floor of memory: Fastify and an empty PGlite with PostGIS, nothing of ours. */
import { PGlite } from '@electric-sql/pglite'
import { postgis } from '@electric-sql/pglite-postgis'
import Fastify from 'fastify'

const database = await PGlite.create({ extensions: { postgis } })
await database.exec('create extension postgis')
const app = Fastify()
app.get('/api/ready', async () => (await database.query('select postgis_version()')).rows[0])
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) })
process.once('SIGTERM', () => process.exit(0))
