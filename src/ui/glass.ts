import { useSyncExternalStore } from 'react'
import { millis, systemClock } from '#kernel/clock.ts'

/** 应急查看: the glass that this window looks through. Every question names it to the server until its three hours are over. */
export type LookingThrough = { id: string; person: string; name: string; endsAt: string }

const KEY = 'openpalm.glass'
let glass: LookingThrough | null = readStored()
const watchers = new Set<() => void>()

function readStored(): LookingThrough | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as LookingThrough | null
  } catch {
    return null
  }
}

/** It ends with the window too: another window sees what its owner may see. */
export function lookThrough(next: LookingThrough | null): void {
  glass = next
  try {
    if (next) sessionStorage.setItem(KEY, JSON.stringify(next))
    else sessionStorage.removeItem(KEY)
  } catch {
    // A browser that keeps nothing keeps it in this page.
  }
  for (const watcher of watchers) watcher()
}

const isOver = ({ endsAt }: LookingThrough): boolean => millis(endsAt) <= systemClock.now()

export const glassHeader = (): Record<string, string> =>
  glass && !isOver(glass) ? { 'x-openpalm-glass': glass.id } : {}

export const useGlass = (): LookingThrough | null => useSyncExternalStore(watch, () => glass)

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}
