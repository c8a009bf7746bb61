import { Select } from 'antd'
import { useState } from 'react'
import { listPosts } from '#modules/posts/contract.ts'
import { useActing } from '#ui/console/acting.ts'
import { useAsk } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import { tuesdayTexts as t } from './messages.ts'

type Known = { post: string; name: string; title: string }
type Given = {
  value?: string | string[] | null
  onChange?: (value: string | string[] | null) => void
  many?: boolean
  /** Offered before anything is typed. */
  first?: readonly Known[]
  label: string
  id?: string
}

/** Who answers for a problem of a village, or goes down to it, often sits in a department of the county. */
const COUNTY = 6

/** Posts by name of the holder or organ, or by title; works as a field of a form. */
export function PostSelect({ value, onChange, many = false, first = [], label, id }: Given) {
  const [typed, setTyped] = useState('')
  const [seen, setSeen] = useState<ReadonlyMap<string, string>>(new Map())
  const text = useSettled(typed.trim())
  const { place } = useActing()
  const found = useAsk(listPosts, { text, place: place.slice(0, COUNTY), limit: 20 }, { when: text !== '' })
  const rows: Known[] = (found.data?.rows ?? []).map((row) => ({
    post: row.id,
    name: row.person.name,
    title: `${row.title} · ${row.organ?.name ?? row.placeName}`,
  }))
  const options = (text === '' ? first : rows).map(({ post, name, title }) => ({
    value: post,
    label: name,
    note: title,
  }))
  const chosen = (Array.isArray(value) ? value : value ? [value] : []).filter((one) =>
    options.every((option) => option.value !== one),
  )
  const kept = chosen.map((one) => ({
    value: one,
    label: seen.get(one) ?? first.find(({ post }) => post === one)?.name ?? '…',
    note: '',
  }))
  return (
    <Select
      {...(id ? { id } : { 'aria-label': label })}
      {...(many ? { mode: 'multiple' as const } : {})}
      placeholder={t.ownerHint()}
      allowClear
      style={{ width: '100%' }}
      value={value ?? (many ? [] : null)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={[...options, ...kept]}
      optionRender={({ data }) => (
        <div>
          {data.label} <span className="quiet-ink">{data.note}</span>
        </div>
      )}
      onChange={(next: string | string[] | null) => {
        setSeen((was) => new Map([...was, ...options.map((one) => [one.value, one.label] as const)]))
        onChange?.(next ?? null)
      }}
    />
  )
}
