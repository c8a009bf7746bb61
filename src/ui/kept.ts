import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * What this phone remembers. Storage may be full, forbidden (private mode) or emptied by a chat app: then nothing is kept.
 * Where there is a sealed store (the workers' app), all but the settings goes there and never into the clear.
 */
export type Keeper = { read(name: string): string | null; keep(name: string, text: string | null): void }
let given: Keeper | undefined
const watchers = new Set<() => void>()
const IN_THE_CLEAR = new Set(['settings'])

export function keepIn(sealed: Keeper): void {
  given = sealed
  for (const watcher of watchers) watcher()
}

/** Held in memory, and written behind by whoever keeps it. */
export const keeper = (texts: Map<string, string>, write: (name: string, text: string | null) => void): Keeper => ({
  read: (name) => texts.get(name) ?? null,
  keep(name, text) {
    if (text === null) texts.delete(name)
    else texts.set(name, text)
    write(name, text)
  },
})

/** As long as the page lives: before the sealed store is open, and where there is none. */
export const keepNothing = (): void => keepIn(keeper(new Map(), () => undefined))

const plain: Keeper = {
  read: (name) => localStorage.getItem(PREFIX + name),
  keep: (name, text) =>
    text === null ? localStorage.removeItem(PREFIX + name) : localStorage.setItem(PREFIX + name, text),
}
const keeperOf = (name: string): Keeper => (IN_THE_CLEAR.has(name) ? plain : (given ?? plain))

export function readKept<T>(name: string, usual: T): T {
  try {
    const text = keeperOf(name).read(name)
    return text === null ? usual : (JSON.parse(text) as T)
  } catch {
    return usual
  }
}

/** True when it was really stored. */
export function keep(name: string, value: unknown): boolean {
  try {
    keeperOf(name).keep(name, value === undefined ? null : JSON.stringify(value))
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
  // The sealed store opens a moment after the page.
  useEffect(() => {
    const read = () => setValue(readKept<T | null>(name, null) ?? first.current)
    watchers.add(read)
    return () => void watchers.delete(read)
  }, [name])
  return [value, change]
}
