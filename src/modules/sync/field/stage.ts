import { useSyncExternalStore } from 'react'

/**
 * Where this phone stands:
 *   out      nobody is here          opening  the store of who is here is being opened
 *   open     it is open              memory   nothing can be kept on this phone
 *   locked   no network, closed: the password opens it          empty    no network, and nothing of anybody is here
 */
export type Stage = {
  at: 'out' | 'opening' | 'open' | 'memory' | 'locked' | 'empty'
  person: string | null
  /** When the last bundle came, ms. */
  syncedAt: number | null
  /** Doors and cases that did not fit. */
  left: number
  /** Records that could not be read; kept until their owner decides. */
  broken: readonly string[]
  /** This phone was just emptied, and why. */
  emptied: 'asked' | 'post_ended' | null
  syncing: boolean
  /** A password opens it without a network; null: not known yet. */
  locked: boolean | null
}

const START: Stage = {
  at: 'out',
  person: null,
  syncedAt: null,
  left: 0,
  broken: [],
  emptied: null,
  syncing: false,
  locked: null,
}
let stage = START
const watchers = new Set<() => void>()

export const stageNow = (): Stage => stage
export function setStage(change: Partial<Stage>): void {
  stage = { ...stage, ...change }
  for (const watcher of watchers) watcher()
}
export const leaveStage = (change: Partial<Stage> = {}): void => setStage({ ...START, ...change })

export const useStage = (): Stage =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    () => stage,
  )
