/** A real OpenID Connect provider on this machine, and the person who signs in there by its own pages. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export const client = { id: 'map', secret: 'a secret between the two' } as const

export interface IdentityProvider {
  readonly issuer: string
  /** What is said of each person, by subject; may change at any time. */
  readonly people: Map<string, Readonly<Record<string, unknown>>>
  /** Signs in on the provider's pages; the address that it sends the browser back to. */
  readonly signIn: (address: string, subject: string) => Promise<string>
  readonly close: () => Promise<void>
}

export async function startIdentityProvider(redirect_uri: string): Promise<IdentityProvider> {
  const people: IdentityProvider['people'] = new Map()
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirect_uri],
        post_logout_redirect_uris: [`${new URL(redirect_uri).origin}/`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: {
      openid: ['sub', 'role', 'carrier', 'units', 'realm_access'],
      profile: ['name', 'preferred_username'],
      email: ['email'],
    },
    cookies: { keys: ['only for tests'] },
    pkce: { required: () => true },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...people.get(id) }),
    }),
  })
  const answer = provider.callback()
  server.on('request', (request, response) => void answer(request, response))
  return {
    issuer,
    people,
    signIn: (address, subject) => passPages(issuer, address, subject),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Follows redirects and sends the forms for signing in and for consent, with the cookies of a fresh browser. */
async function passPages(issuer: string, start: string, subject: string): Promise<string> {
  const cookies = new Map<string, string>()
  const ask = async (address: string, form?: Readonly<Record<string, string>>) => {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  let address = start
  for (let step = 0; step < 20; step++) {
    if (!address.startsWith(issuer)) return address
    const page = await ask(address)
    const next = page.headers.get('location')
    if (next !== null) {
      address = new URL(next, address).href
      continue
    }
    const text = await page.text()
    const [, prompt] = /name="prompt" value="(\w+)"/.exec(text) ?? []
    if (prompt === undefined) throw new Error(`No form at ${address}: ${text.slice(0, 500)}`)
    const sent = await ask(address, { prompt, login: subject, password: 'any' })
    address = new URL(sent.headers.get('location') ?? '', address).href
  }
  throw new Error('The provider never sent the browser back')
}
