import { useCallback, useRef, useState } from 'react'

/** What this phone remembers. Storage may be full, forbidden (private mode) or emptied by a chat app: then nothing is kept. */
export function readKept<T>(name: string, usual: T): T {
  try {
    const text = localStorage.getItem(PREFIX + name)
    return text === null ? usual : (JSON.parse(text) as T)
  } catch {
    return usual
  }
}

/** True when it was really stored. */
export function keep(name: string, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + name)
    else localStorage.setItem(PREFIX + name, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

const PREFIX = 'openpalm.'

/** State that survives a closed page: drafts keep what was typed. */
export function useKept<T>(name: string, usual: () => T): [T, (change: (was: T) => T) => void] {
  const [value, setValue] = useState<T>(() => readKept<T | null>(name, null) ?? usual())
  const first = useRef(value)
  const change = useCallback(
    (next: (was: T) => T) => {
      // Read again, not from the closure: two quick changes (a photo lands while typing) must not lose one another.
      const changed = next(readKept<T | null>(name, null) ?? first.current)
      keep(name, changed)
      setValue(changed)
    },
    [name],
  )
  return [value, change]
}
