/**
 * How does the page open without the network? Its own code is kept by the browser: nothing that the server answers to a
 * question, and nothing of anybody. The network comes first for the page itself, so that a new version is never held back;
 * files under /assets/ carry a hash of their content and never change.
 *
 * The build puts `shell` before this and takes the types away (scripts/build/offline-shell.ts); nothing is imported here.
 */
declare const shell: {
  readonly version: string
  readonly entry: string
  readonly files: readonly string[]
}

const worker = globalThis as unknown as ServiceWorkerGlobalScope
const prefix = 'page-'
const kept = `${prefix}${shell.version}`
/** What a proxy says while the server behind it is away. */
const serverIsAway = [502, 503, 504]

worker.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropEarlier().then(() => worker.clients.claim()))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate' && pathname === '/') event.respondWith(openPage(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(findFile(request))
})

async function keepShell(): Promise<void> {
  const page = await fetch('/', { cache: 'no-cache', credentials: 'omit' })
  // Between two versions the page may be a newer one than these files: the next look brings all of one version.
  if (!page.ok || !(await page.clone().text()).includes(shell.entry)) throw new Error('Another version')
  const cache = await caches.open(kept)
  await cache.addAll([...shell.files])
  await cache.put('/', page)
}

async function dropEarlier(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== kept).map((name) => caches.delete(name)),
  )
}

async function openPage(request: Request): Promise<Response> {
  const found = () => caches.match('/', { cacheName: kept, ignoreVary: true })
  try {
    const answer = await fetch(request)
    return serverIsAway.includes(answer.status) ? ((await found()) ?? answer) : answer
  } catch (error) {
    const page = await found()
    if (page === undefined) throw error
    return page
  }
}

async function findFile(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: kept, ignoreVary: true })) ?? fetch(request)
}
