import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { listen, type Told } from '#ui/call.ts'

/** A busy city tells many times a second. A command room may not be two seconds behind it; more often helps no eye. */
const BREATH_MS = 1500

/**
 * One line to the server for the whole console. What a slice tells makes the queries of that slice on screen ask again.
 * A single record (`…get`) only when it is about the one shown: each such read is noted and seen by the person it is about.
 */
export function useLiveConsole(on: boolean): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!on) return
    let heard: Told[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = (): void => {
      const told = heard
      heard = []
      timer = undefined
      void client.invalidateQueries({ predicate: ({ queryKey }) => told.some((one) => concerns(queryKey, one)) })
    }
    const stop = listen((told) => {
      heard = heard.concat(told).slice(-500)
      timer ??= setTimeout(refresh, BREATH_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [client, on])
}

function concerns(queryKey: readonly unknown[], told: Told): boolean {
  const [name, input] = queryKey
  if (typeof name !== 'string' || name.split('.')[0] !== told.name.split('.')[0]) return false
  if (name.endsWith('.contact')) return false
  return !name.endsWith('.get') || JSON.stringify(input).includes(told.key)
}
