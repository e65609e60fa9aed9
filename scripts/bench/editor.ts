/** Who saves in a benchmark? A demo member of staff, over HTTP as a browser would. */
export interface Editor {
  readonly origin: string
  readonly headers: Readonly<Record<string, string>>
}

export async function signIn(origin: string, username = 'can-bo-so'): Promise<Editor> {
  const first = await fetch(`${origin}/api/session`)
  const { csrf_token } = (await first.json()) as { csrf_token: string }
  const signedIn = await fetch(`${origin}/api/session/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf-token': csrf_token, cookie: toCookie(first) },
    body: JSON.stringify({ username }),
  })
  if (!signedIn.ok) throw new Error(`Sign-in answered ${signedIn.status}: ${await signedIn.text()}`)
  const facts = (await signedIn.json()) as { csrf_token: string }
  const cookie = [toCookie(first), toCookie(signedIn)].filter((part) => part !== '').join('; ')
  return {
    origin,
    headers: { 'content-type': 'application/json', 'x-csrf-token': facts.csrf_token, cookie },
  }
}

function toCookie(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}
