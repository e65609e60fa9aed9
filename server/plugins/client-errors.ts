/** What does a client hear whose request cannot even be read? The same body as every other refusal. */
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { ConnectionError } from 'fastify'
import type { ErrorCode, ErrorParams } from '../../core/errors.ts'
import { createRequestId } from './requests.ts'

interface Answer {
  readonly status: number
  readonly code: ErrorCode
  readonly params: ErrorParams
}

/** Node reads at most 16 kB of address and headers. */
export function answerClientError(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const { status, code, params } = toAnswer(error.code)
  const body = JSON.stringify({ code, params, request_id: createRequestId() })
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n` +
      `content-type: application/json; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n` +
      `connection: close\r\n\r\n${body}`,
  )
}

function toAnswer(reason: string): Answer {
  if (reason === 'HPE_HEADER_OVERFLOW') {
    return { status: 431, code: 'query_too_long', params: { longest: 16_384 } }
  }
  const status = reason === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
  return {
    status,
    code: 'parameter_invalid',
    params: { field: 'request', value: null, expected: 'HTTP/1.1' },
  }
}
