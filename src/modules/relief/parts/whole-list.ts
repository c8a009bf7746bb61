import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { Query } from '#kernel/contract.ts'
import { usePages } from '#ui/query.tsx'
import { type EvacueeView, listEvacuees } from '../contract-evacuation.ts'

/** A page ends anywhere, also in the middle of a family, so a list is fetched to its end: a village, at most this many pages. */
const MOST_PAGES = 10
const byDoor = (a: EvacueeView, b: EvacueeView): number =>
  a.place.localeCompare(b.place) || a.address.localeCompare(b.address, 'zh') || a.household.localeCompare(b.household)

type Once = { once?: boolean; when?: boolean }

/** `once`: not asked again while it is shown, whatever else is; each time is a look at everybody on it. */
export function useWhole<Q extends Query>(
  query: Q,
  input: z.input<Q['input']>,
  { once = false, when = true }: Once = {},
) {
  const [whole, setWhole] = useState(false)
  const list = usePages(query, { ...input, limit: 200 }, { when: when && !(once && whole) })
  const { hasNextPage, isFetching, fetchNextPage, isError } = list
  const pages = list.data?.pages.length ?? 0
  const coming = hasNextPage && !isError && pages < MOST_PAGES
  const goOn = coming && !isFetching
  const done = pages > 0 && !coming && !isFetching
  useEffect(() => {
    if (goOn) void fetchNextPage()
  }, [goOn, fetchNextPage])
  if (done && !whole) setWhole(true)
  return { ...list, coming }
}

export function useWholeList(input: z.input<typeof listEvacuees.input>, once: Once = {}) {
  const list = useWhole(listEvacuees, input, once)
  return { ...list, rows: list.rows.toSorted(byDoor) }
}
