import { useSettled } from '#ui/settled.ts'
import { listCases } from '#modules/cases/contract.ts'
import { numberText } from '#modules/cases/parts/number.ts'
import { searchPlaces } from '#modules/places/contract.ts'
import { listPosts } from '#modules/posts/contract.ts'
import { useActing } from '#ui/console/acting.ts'
import { useAsk } from '#ui/query.tsx'
import { frameTexts as t } from '../messages.ts'

export type Found = {
  key: string
  kind: string
  title: string
  note: string
  to: string
  search: Record<string, string>
}

const FEW = 6

/** The nearest of each kind that the acting post may see. */
export function useFound(typed: string): { rows: Found[]; settled: boolean } {
  const text = useSettled(typed.trim(), 250)
  const { permissions } = useActing()
  const asked = text !== ''
  const cases = useAsk(listCases, { text, limit: FEW }, { when: asked && permissions.has('cases.read') })
  const places = useAsk(searchPlaces, { text, limit: FEW }, { when: asked && permissions.has('places.search') })
  const posts = useAsk(listPosts, { text, limit: FEW }, { when: asked && permissions.has('posts.list') })
  if (!asked) return { rows: [], settled: false }
  return {
    settled: !cases.isFetching && !places.isFetching && !posts.isFetching,
    rows: [
      ...(cases.data?.rows ?? []).map((row) => ({
        key: row.id,
        kind: t.cases(),
        title: row.title,
        note: `${numberText(row.number)} · ${row.placeName}`,
        to: `/cases/${row.id}`,
        search: {},
      })),
      ...(places.data?.rows ?? []).map(({ place, path }) => ({
        key: place.code,
        kind: t.places(),
        title: place.name,
        note: pathText(path),
        to: '/places',
        search: { place: place.code },
      })),
      ...(posts.data?.rows ?? []).map((post) => ({
        key: post.id,
        kind: t.posts(),
        title: post.person.name,
        note: `${post.title} · ${post.placeName}`,
        to: '/posts',
        search: { text: post.person.name },
      })),
    ],
  }
}

const pathText = (path: readonly { name: string }[]): string =>
  path
    .slice(0, -1)
    .map(({ name }) => name)
    .join(' · ')
