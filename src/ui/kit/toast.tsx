import CircleCheck from 'lucide-react/icons/circle-check'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useEffect, useSyncExternalStore } from 'react'

type Told = { no: number; text: string; tone: 'done' | 'late' }

let told: Told | undefined
let count = 0
const watchers = new Set<() => void>()

/** Says what was just done, for a few seconds. An error stays where it happened, unless it happened in a list. */
export function toast(text: string, tone: Told['tone'] = 'done'): void {
  told = { no: ++count, text, tone }
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
          {now.tone === 'done' ? <CircleCheck aria-hidden /> : <TriangleAlert aria-hidden />}
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
