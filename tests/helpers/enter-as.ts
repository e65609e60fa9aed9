/** A page that is open as one of the demo accounts, without the way through the form. */
import type { Page } from 'playwright-core'
import type { AccountRole } from '../../core/permissions.ts'

interface Session {
  readonly csrf_token: string
  readonly demo_accounts: readonly { readonly username: string; readonly role: string }[]
}

/** Goes to the path once the account of the role is signed in. */
export async function enterAs(page: Page, role: AccountRole, url: string): Promise<void> {
  const { origin } = new URL(url)
  const session = (await (await page.request.get(`${origin}/api/session`)).json()) as Session
  const username = session.demo_accounts.find((known) => known.role === role)?.username
  const entered = await page.request.post(`${origin}/api/session/sign-in`, {
    headers: { 'x-csrf-token': session.csrf_token },
    data: { username },
  })
  if (entered.status() !== 200) throw new Error(`the demo account of ${role} cannot be entered`)
  await page.goto(url)
}

/** A change by whoever is signed in on the page, past the page. */
export async function send(
  page: Page,
  path: string,
  request: { readonly method: 'POST' | 'PATCH'; readonly body: object; readonly version?: number },
): Promise<unknown> {
  const { origin } = new URL(page.url())
  const session = (await (await page.request.get(`${origin}/api/session`)).json()) as Session
  const answer = await page.request.fetch(`${origin}${path}`, {
    method: request.method,
    headers: {
      'x-csrf-token': session.csrf_token,
      ...(request.version === undefined ? {} : { 'if-match': `"${request.version}"` }),
    },
    data: request.body,
  })
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return answer.json()
}
