import { useSyncExternalStore } from 'react'

/**
 * The app itself on the phone: a service worker keeps the built files of one version, so the page opens without a network. A
 * newer version is fetched in the background and waits: it takes over when somebody says so, or when the last page is closed,
 * never under a form that is being filled.
 */
let waiting: ServiceWorker | undefined
const watchers = new Set<() => void>()

export function installApp(script: string, scope: string): void {
  if (!('serviceWorker' in navigator)) return
  void navigator.serviceWorker.register(script, { scope }).then(watchUpdates, () => undefined)
}

function watchUpdates(registration: ServiceWorkerRegistration): void {
  const found = () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      // Without a page that is served by an older one, this is the first visit and nothing is new.
      if (installing.state === 'installed' && navigator.serviceWorker.controller) offer(installing)
    })
  }
  if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting)
  registration.addEventListener('updatefound', found)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined)
  })
}

function offer(newer: ServiceWorker): void {
  waiting = newer
  for (const watcher of watchers) watcher()
}

export function takeUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting?.postMessage('take over')
}

export const useUpdate = (): boolean =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    () => waiting !== undefined,
  )
