/** How is the server doing? Figures for Prometheus, in a registry of this application's own. */
import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { AppError } from '../../core/errors.ts'
import type { Bodies } from '../layers/bodies.ts'

const durationBuckets_s = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

export interface MetricsParts {
  readonly bodies: Bodies
  /** Null: only this machine and admins read the figures. */
  readonly token: string | null
}

export function addMetrics(app: FastifyInstance, { bodies, token }: MetricsParts): void {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the last byte of the answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: durationBuckets_s,
    registers,
  })
  const sent = new Counter({
    name: 'http_response_bytes_total',
    help: 'Bytes of the bodies sent, as they went over the wire',
    labelNames: ['route'] as const,
    registers,
  })
  new Gauge({
    name: 'layer_builds',
    help: 'Bodies built from the database since the start',
    registers,
    collect() {
      this.set(bodies.countBuilds())
    },
  })
  app.addHook('onResponse', async (request, reply) => {
    // The route, not the address: an address from outside would make a series of its own.
    const route = request.routeOptions.url ?? 'unknown'
    const labels = { method: request.method, route, status: String(reply.statusCode) }
    duration.observe(labels, reply.elapsedTime / 1000)
    sent.inc({ route }, Number(reply.getHeader('content-length') ?? 0))
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!mayRead(request, token)) throw new AppError('route_not_found', { path: '/metrics' })
    return reply
      .type(registry.contentType)
      .header('cache-control', 'no-store')
      .send(await registry.metrics())
  })
}

/** How often layers were built anew tells of changes that not everybody may know of. */
function mayRead({ actor, headers, socket }: FastifyRequest, token: string | null): boolean {
  if (actor.role === 'admin') return true
  if (token !== null && isSame(headers.authorization ?? '', `Bearer ${token}`)) return true
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => name in headers)
  return !isForwarded && loopback.has(socket.remoteAddress ?? '')
}

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
