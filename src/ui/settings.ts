import { useSyncExternalStore } from 'react'
import { type Locale, localeFrom, setLocaleSource } from '#kernel/messages.ts'
import { keep, readKept } from './kept.ts'

/** Language and size of type, as this phone's reader wants them. */
export type Settings = { locale: Locale; large: boolean }

let settings: Settings = readKept('settings', { locale: localeFrom(navigator.languages.join(',')), large: false })
const watchers = new Set<() => void>()

export function startSettings(): void {
  setLocaleSource(() => settings.locale)
  apply()
}

export function changeSettings(change: Partial<Settings>): void {
  settings = { ...settings, ...change }
  keep('settings', settings)
  apply()
  for (const watcher of watchers) watcher()
}

export const useSettings = (): Settings => useSyncExternalStore(watch, () => settings)

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}

function apply(): void {
  const { documentElement: page } = document
  page.lang = settings.locale
  page.toggleAttribute('data-large', settings.large)
}
