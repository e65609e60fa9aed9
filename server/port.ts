/** Can the server listen here? Asked before the database is opened, so that a busy port costs no waiting. */
import { createServer } from 'node:net'

/** The address cannot be listened on; `reason` is the system's code. */
export class PortError extends Error {
  readonly port: number
  readonly host: string
  readonly reason: string

  constructor(port: number, host: string, reason: string) {
    super(`${host}:${port}: ${reason}`)
    this.name = 'PortError'
    this.port = port
    this.host = host
    this.reason = reason
  }
}

interface Address {
  readonly port: number
  readonly host: string
}

/** Resolves when the port is free now; otherwise rejects with a `PortError`. */
export function checkPort({ port, host }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(toPortError(error, { port, host })))
    probe.listen({ port, host }, () => probe.close(() => resolve()))
  })
}

/** An error of listening as a `PortError`, any other as it is. */
export function toPortError(error: unknown, { port, host }: Address): unknown {
  const isOfListening = error instanceof Error && 'syscall' in error && 'code' in error
  return isOfListening ? new PortError(port, host, String(error.code)) : error
}
