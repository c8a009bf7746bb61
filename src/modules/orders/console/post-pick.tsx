import { Select } from 'antd'
import { useState } from 'react'
import { listPosts } from '#modules/posts/contract.ts'
import { useAsk } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import { audienceTexts as t } from './audience-messages.ts'

type Given = {
  value?: string | string[] | null
  onChange?: (value: string | string[] | null) => void
  many?: boolean
  label: string
  id?: string
}

/** Posts by name of the holder or title; works as a field of a form. */
export function PostPick({ value, onChange, many = false, label, id }: Given) {
  const [typed, setTyped] = useState('')
  const [seen, setSeen] = useState<ReadonlyMap<string, string>>(new Map())
  const text = useSettled(typed.trim())
  const found = useAsk(listPosts, { text, limit: 20 }, { when: text !== '' })
  const options = (text === '' ? [] : (found.data?.rows ?? [])).map((row) => ({
    value: row.id as string,
    label: row.person.name,
    note: `${row.title} · ${row.placeName}`,
  }))
  const chosen = (Array.isArray(value) ? value : value ? [value] : [])
    .filter((one) => options.every((option) => option.value !== one))
    .map((one) => ({ value: one, label: seen.get(one) ?? '…', note: '' }))
  return (
    <Select
      {...(id ? { id } : { 'aria-label': label })}
      {...(many ? { mode: 'multiple' as const } : {})}
      placeholder={t.postsHint()}
      allowClear
      style={{ width: '100%' }}
      value={value ?? (many ? [] : null)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={[...options, ...chosen]}
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
