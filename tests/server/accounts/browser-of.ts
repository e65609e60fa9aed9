/** A browser that asks a server: it keeps cookies and sends the token, and can be told to do neither. */
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'

export interface Visitor {
  readonly cookies: Map<string, string>
  readonly get: (url: string) => Promise<LightMyRequestResponse>
  readonly send: (
    method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<LightMyRequestResponse>
  /** Enters a demo account, or signs in with a password. */
  readonly signIn: (username: string, password?: string) => Promise<LightMyRequestResponse>
}

export function createVisitor(app: FastifyInstance, address = '127.0.0.1'): Visitor {
  const cookies = new Map<string, string>()
  const ask = async (options: InjectOptions) => {
    const response = await app.inject({
      ...options,
      remoteAddress: address,
      cookies: Object.fromEntries(cookies),
    })
    for (const { name, value, expires } of response.cookies) {
      if (value === '' || (expires !== undefined && expires < new Date())) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  const getToken = async () =>
    (await ask({ method: 'GET', url: '/api/session' })).json<{ csrf_token: string }>().csrf_token
  const send: Visitor['send'] = async (method, url, body = {}, headers = {}) =>
    ask({ method, url, payload: body, headers: { 'x-csrf-token': await getToken(), ...headers } })
  return {
    cookies,
    get: (url) => ask({ method: 'GET', url }),
    send,
    signIn: (username, password) =>
      send('POST', '/api/session/sign-in', {
        username,
        ...(password === undefined ? {} : { password }),
      }),
  }
}
