/**
 * The service worker of the field app. It knows the built files of its version and nothing else: no answer of the server ever
 * passes through it, personal data are kept sealed by the page (src/ui/offline). Built by tools/shell.ts, which puts BUILT before it.
 */
declare const BUILT: { version: string; files: readonly string[] }
/** The types of the page's world and of a worker's do not go together, so what is used of the latter is said here. */
type Lasting = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Event & { request: Request; respondWith(answer: Promise<Response>): void }
const worker = globalThis as unknown as {
  addEventListener(name: 'install' | 'activate', heard: (event: Lasting) => void): void
  addEventListener(name: 'fetch', heard: (event: Fetching) => void): void
  addEventListener(name: 'message', heard: (event: MessageEvent) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}

const FACE = '/field/'
const CACHES = 'openpalm-field-'
const OWN = CACHES + BUILT.version

/** Files with a hash in their name are the same in every version: taken over from the one before, not over the line. */
async function fill(): Promise<void> {
  const own = await caches.open(OWN)
  await Promise.all(
    BUILT.files.map(async (file) => {
      const held = file.includes('/assets/') ? await caches.match(file) : undefined
      const answer = held ?? (await fetch(file, { cache: 'no-cache' }))
      if (!answer.ok) throw new Error(`${file}: ${answer.status}`)
      await own.put(file, answer)
    }),
  )
}

/** The version before stays, since a page that was opened with it may still fetch a screen. */
async function tidy(): Promise<void> {
  const all = (await caches.keys()).filter((name) => name.startsWith(CACHES))
  const older = all.filter((name) => name !== OWN)
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)))
  await worker.clients.claim()
}

async function answer(request: Request, file: string): Promise<Response> {
  const held = (await (await caches.open(OWN)).match(file)) ?? (await caches.match(file))
  return held ?? fetch(request)
}

worker.addEventListener('install', (event) => event.waitUntil(fill()))
worker.addEventListener('activate', (event) => event.waitUntil(tidy()))
worker.addEventListener('message', ({ data }) => void (data === 'take over' && worker.skipWaiting()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith(FACE)) return
  // Every address of the app is its one page.
  if (request.mode === 'navigate') event.respondWith(answer(request, FACE))
  else if (BUILT.files.includes(url.pathname) || url.pathname.startsWith(`${FACE}assets/`))
    event.respondWith(answer(request, url.pathname))
})
