/** How does the page ask the server? Typed by the contract; types only, so that the schemas stay out of the bundle. */
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '../core/api/endpoint.ts'
import type { Endpoints } from '../core/api/endpoints.ts'
import { methods, paths, type EndpointName } from '../core/api/paths.ts'
import { errorCodes, type ErrorCode, type ErrorParams } from '../core/errors.ts'

/** What the server may refuse with, and what may happen on the way to it. */
export type ProblemCode = ErrorCode | 'network' | 'timeout' | 'unreadable' | 'engine' | 'storage'

export class ApiProblem extends Error {
  readonly code: ProblemCode
  readonly params: ErrorParams
  readonly request_id: string | null

  constructor(code: ProblemCode, params: ErrorParams = {}, request_id: string | null = null) {
    super(code)
    this.name = 'ApiProblem'
    this.code = code
    this.params = params
    this.request_id = request_id
  }
}

export interface CallArguments<N extends EndpointName> {
  readonly params?: ParamsOf<Endpoints[N]>
  readonly query?: QueryOf<Endpoints[N]>
  readonly body?: BodyOf<Endpoints[N]>
  /** The version of the record that the change starts from. */
  readonly version?: number
  readonly signal?: AbortSignal
}

const timeoutMs = 20_000
/** Reading twice is harmless, so a hiccup of the network is not shown. */
const pausesMs = [300, 1200]
const passing: readonly ProblemCode[] = ['network', 'too_busy', 'database_unavailable']

let csrfToken = ''
/** Whose token it is; null: nobody's that is signed in. */
let tokenOwner: number | null = null

/** Of the session that the server last told of: every writing request carries it. */
export function setCsrfToken(token: string, user_id: number | null): void {
  csrfToken = token
  tokenOwner = user_id
}

/** For what is sent past `call`: a file in pieces. */
export function getCsrfToken(): string {
  return csrfToken
}

let tellRefusal: (problem: ApiProblem) => void = () => undefined

/** Whoever looks after the session hears of every refusal: one of them may say that it has ended. */
export function listenToRefusals(listener: (problem: ApiProblem) => void): void {
  tellRefusal = listener
}

/**
 * @throws ApiProblem; an aborted call throws the signal's reason
 */
export async function call<N extends EndpointName>(
  name: N,
  args: CallArguments<N> = {},
): Promise<ResponseOf<Endpoints[N]>> {
  const url = toUrl(paths[name], args.params ?? {}, args.query ?? {})
  const method = methods[name] ?? 'GET'
  if (method !== 'GET') return (await send(url, method, args)) as ResponseOf<Endpoints[N]>
  for (let attempt = 0; ; attempt++) {
    try {
      return (await fetchJson(url, {}, args.signal)) as ResponseOf<Endpoints[N]>
    } catch (error) {
      const pause = pausesMs[attempt]
      if (pause === undefined || !(error instanceof ApiProblem) || !passing.includes(error.code)) throw error
      await wait(pause, args.signal)
    }
  }
}

/** The address of an endpoint with its path and query filled in; absent values are left out. */
export function toUrl(path: string, params: object, query: object): string {
  const filled = path.replace(/:([a-z_]+)/g, (_, key: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)[key] ?? '')),
  )
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) search.set(key, String(value))
  }
  const text = search.toString()
  return text === '' ? filled : `${filled}?${text}`
}

interface Sending {
  readonly body?: unknown
  readonly version?: number
  readonly signal?: AbortSignal
}

/** Once: whether a change that got no answer was made, only looking again can tell. */
async function send(url: string, method: string, { body, version, signal }: Sending): Promise<unknown> {
  const toRequest = () => ({
    method,
    headers: {
      'content-type': 'application/json',
      'x-csrf-token': csrfToken,
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    body: JSON.stringify(body ?? {}),
  })
  try {
    return await fetchJson(url, toRequest(), signal)
  } catch (error) {
    // The token of a page that was open for long: a fresh one is asked for, and nothing has been done yet.
    if (!(error instanceof ApiProblem) || error.code !== 'csrf_token_invalid') throw error
    await renewCsrfToken(error)
    return fetchJson(url, toRequest(), signal)
  }
}

/** Throws the refusal where another one has signed in elsewhere in this browser: nothing is done in their name. */
export async function renewCsrfToken(refusal: ApiProblem): Promise<void> {
  const { csrf_token, user_id } = await call('getSession')
  if (tokenOwner !== null && user_id !== null && user_id !== tokenOwner) throw refusal
  setCsrfToken(csrf_token, user_id)
}

async function fetchJson(
  url: string,
  request: RequestInit,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const timeout = AbortSignal.timeout(timeoutMs)
  const stop = signal === undefined ? timeout : AbortSignal.any([signal, timeout])
  try {
    const response = await fetch(url, { ...request, signal: stop })
    if (!response.ok) {
      const problem = await toProblem(response)
      tellRefusal(problem)
      throw problem
    }
    return await readJson(response)
  } catch (error) {
    if (error instanceof ApiProblem || signal?.aborted) throw error
    throw new ApiProblem(timeout.aborted ? 'timeout' : 'network')
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiProblem('unreadable')
  }
}

async function toProblem(response: Response): Promise<ApiProblem> {
  return readProblem(await response.json().catch(() => null), response.status)
}

export function readProblem(body: unknown, status: number): ApiProblem {
  if (isRefusal(body)) return new ApiProblem(body.code, body.params, body.request_id)
  return new ApiProblem(status === 503 ? 'too_busy' : 'unreadable', { status })
}

interface Refusal {
  readonly code: ErrorCode
  readonly params: ErrorParams
  readonly request_id: string
}

function isRefusal(body: unknown): body is Refusal {
  if (typeof body !== 'object' || body === null || !('code' in body) || !('params' in body)) return false
  return (errorCodes as readonly unknown[]).includes(body.code)
}

function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    })
  })
}
