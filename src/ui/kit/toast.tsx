import CircleCheck from 'lucide-react/icons/circle-check'
import { useEffect, useSyncExternalStore } from 'react'

type Told = { no: number; text: string }

let told: Told | undefined
let count = 0
const watchers = new Set<() => void>()

/** Says what was just done, for a few seconds; never an error, which stays where it happened. */
export function toast(text: string): void {
  told = { no: ++count, text }
  for (const watcher of watchers) watcher()
}

const SHOWN_MS = 5000

/** Stands once in an app. The region exists before the words do, so that screen readers hear them. */
export function Toasts() {
  const now = useSyncExternalStore(watch, () => told)
  useEffect(() => {
    if (!now) return
    const timer = setTimeout(() => {
      told = undefined
      for (const watcher of watchers) watcher()
    }, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [now])
  return (
    <div className="toasts" role="status">
      {now && (
        <p key={now.no} className="toast">
          <CircleCheck aria-hidden />
          {now.text}
        </p>
      )}
    </div>
  )
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}
