import { useSyncExternalStore } from 'react'

/** Whether the server can be reached, by what the last request met; the browser's own word is only a hint. */
let reached = typeof navigator === 'undefined' || navigator.onLine
const watchers = new Set<() => void>()

export function report(now: boolean): void {
  if (now === reached) return
  reached = now
  for (const watcher of watchers) watcher()
}
export const isReached = (): boolean => reached

export function watchLine(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}
export const useLine = (): boolean => useSyncExternalStore(watchLine, isReached)

if (typeof addEventListener !== 'undefined') {
  addEventListener('offline', () => report(false))
}
