import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

export type Address = Readonly<Record<string, string | undefined>>

/** What a page shows is in its address, so that it can be sent to a colleague and survives going back. */
export function useAddress(): [Address, (change: Address, options?: { keep?: boolean }) => void] {
  const search: Address = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = useCallback(
    (changes: Address, { keep = true }: { keep?: boolean } = {}) =>
      void navigate({
        to: '.',
        search: ((was: Address) => withoutGaps({ ...(keep ? was : {}), ...changes })) as never,
        replace: true,
      }),
    [navigate],
  )
  return [search, change]
}

const withoutGaps = (address: Address): Record<string, string> =>
  Object.fromEntries(Object.entries(address).flatMap(([key, value]) => (value ? [[key, value]] : [])))

/** Plain `?late=true&place=3308`: the router would write strings as JSON with quotes, and read codes as numbers. */
export const parseAddress = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))
export const addressText = (search: Record<string, unknown>): string => {
  const text = new URLSearchParams(
    Object.entries(search).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' && value ? [[key, value]] : [],
    ),
  ).toString()
  return text && `?${text}`
}
