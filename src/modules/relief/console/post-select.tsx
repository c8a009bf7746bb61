import { Select } from 'antd'
import { listPosts } from '#modules/posts/contract.ts'
import { useAsk } from '#ui/query.tsx'

type Given = {
  place: string
  label: string
  value?: string | null
  onChange?: (id: string | null) => void
  id?: string
}

/** Whoever holds a post at the place or below it; found by name or title. */
export function PostSelect({ place, label, value, onChange, id }: Given) {
  const asked = useAsk(listPosts, { place, limit: 200 }, { when: place !== '' })
  return (
    <Select
      {...(id ? { id } : { 'aria-label': label })}
      allowClear
      loading={asked.isFetching}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? null}
      options={(asked.data?.rows ?? []).map((post) => ({
        value: post.id as string,
        label: `${post.person.name} · ${post.title} · ${post.organ?.name ?? post.placeName}`,
      }))}
      onChange={(next: string | null | undefined) => onChange?.(next ?? null)}
    />
  )
}
