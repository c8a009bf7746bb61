import { useEffect } from 'react'
import type { z } from 'zod'
import { usePages } from '#ui/query.tsx'
import { type EvacueeView, listEvacuees } from '../contract-evacuation.ts'

/** A page ends anywhere, also in the middle of a family, so a list is fetched to its end: a village, at most this many pages. */
const MOST_PAGES = 10
const byDoor = (a: EvacueeView, b: EvacueeView): number =>
  a.place.localeCompare(b.place) || a.address.localeCompare(b.address, 'zh') || a.household.localeCompare(b.household)

export function useWholeList(input: z.input<typeof listEvacuees.input>) {
  const list = usePages(listEvacuees, { ...input, limit: 200 })
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isError } = list
  const pages = list.data?.pages.length ?? 0
  const goOn = hasNextPage && !isFetchingNextPage && !isError && pages < MOST_PAGES
  useEffect(() => {
    if (goOn) void fetchNextPage()
  }, [goOn, fetchNextPage])
  const coming = hasNextPage && pages < MOST_PAGES && !isError
  return { ...list, rows: list.rows.toSorted(byDoor), coming }
}
