/** Who does the identity provider say this is? OpenID Connect: authorization code with PKCE, state and nonce. */
import * as oidc from 'openid-client'
import { providerPaths } from '../../core/api/paths.ts'
import { AppError } from '../../core/errors.ts'
import type { OidcConfig } from '../config.ts'

/** What a browser that was sent away must bring back; kept in its session, so that no other browser can finish. */
export interface ProviderFlow {
  readonly state: string
  readonly nonce: string
  readonly code_verifier: string
}

export interface Identity {
  readonly issuer: string
  readonly subject: string
  readonly claims: Readonly<Record<string, unknown>>
}

export interface Provider {
  /** Where to send the browser. */
  readonly start: () => Promise<{ readonly address: string; readonly flow: ProviderFlow }>
  /** @param query of the address that the provider sent the browser back to */
  readonly finish: (query: string, flow: ProviderFlow) => Promise<Identity>
  /** Where the browser goes to be signed out there as well; null where the provider has no such page, or is down. */
  readonly findEnd: () => Promise<string | null>
}

const timeout_s = 10

/** Asked for its addresses at the first sign-in: the map starts and serves while the provider is down. */
export function createProvider(config: OidcConfig, publicUrl: string): Provider {
  const redirect_uri = `${publicUrl}${providerPaths.finish}`
  let known: Promise<oidc.Configuration> | null = null
  const discover = () => {
    known ??= oidc
      .discovery(new URL(config.issuer), config.clientId, config.clientSecret, undefined, {
        timeout: timeout_s,
        // The configuration lets http pass on this machine only.
        execute: config.issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        known = null
        throw error
      })
    return known
  }
  return {
    start: () =>
      withProviderErrors(async () => {
        const flow = {
          state: oidc.randomState(),
          nonce: oidc.randomNonce(),
          code_verifier: oidc.randomPKCECodeVerifier(),
        }
        const { href } = oidc.buildAuthorizationUrl(await discover(), {
          redirect_uri,
          scope: 'openid profile email',
          state: flow.state,
          nonce: flow.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(flow.code_verifier),
          code_challenge_method: 'S256',
        })
        return { address: href, flow }
      }),
    finish: (query, { state, nonce, code_verifier }) =>
      withProviderErrors(async () => {
        const provider = await discover()
        const tokens = await oidc.authorizationCodeGrant(provider, new URL(`${redirect_uri}${query}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: code_verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (claims === undefined) throw new AppError('provider_failed', { reason: 'no_id_token' })
        // Many providers put roles into the one, many into the other.
        const more =
          provider.serverMetadata().userinfo_endpoint === undefined
            ? {}
            : await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)
        return { issuer: config.issuer, subject: claims.sub, claims: { ...more, ...claims } }
      }),
    // Whoever signs out is signed out here in any case.
    findEnd: () => findEnd(discover, `${publicUrl}/`).catch(() => null),
  }
}

/** OpenID Connect RP-Initiated Logout 1.0: by the client's name, so that no token needs to be kept for it. */
async function findEnd(
  discover: () => Promise<oidc.Configuration>,
  post_logout_redirect_uri: string,
): Promise<string | null> {
  const provider = await discover()
  if (provider.serverMetadata().end_session_endpoint === undefined) return null
  return oidc.buildEndSessionUrl(provider, { post_logout_redirect_uri }).href
}

/** Its own words are for the log of the provider; here only the kind of failure is told. */
async function withProviderErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreachable'
    throw new AppError('provider_failed', { reason: code.slice(0, 100) })
  }
}
