import { Select } from 'antd'
import { useState } from 'react'
import { useAsk } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import { listPosts } from '../contract.ts'
import { postPickTexts as t } from './messages.ts'

type Known = { post: string; name: string; title: string }
type Given = {
  value?: string | string[] | null
  onChange?: (value: string | string[] | null) => void
  many?: boolean
  /** Looked for at this place and below; default: where one's own scope is. */
  under?: string
  /** Whoever holds a post there is offered before anything is typed. */
  listed?: boolean
  /** These are offered before anything is typed. */
  first?: readonly Known[]
  label: string
  id?: string
}

const FOUND = 20
const LISTED = 200

/** Posts by name of the holder or organ, or by title; works as a field of a form. */
export function PostPick(given: Given) {
  const { value, many = false, label, id } = given
  const [typed, setTyped] = useState('')
  const { options, loading, remember } = useOptions(given, useSettled(typed.trim()))
  return (
    <Select
      {...(id ? { id } : { 'aria-label': label })}
      {...(many ? { mode: 'multiple' as const } : {})}
      placeholder={t.hint()}
      allowClear
      loading={loading}
      style={{ width: '100%' }}
      value={value ?? (many ? [] : null)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={options}
      optionRender={({ data }) => (
        <div>
          {data.label} <span className="quiet-ink">{data.note}</span>
        </div>
      )}
      onChange={(next: string | string[] | null | undefined) => {
        remember()
        given.onChange?.(next ?? null)
      }}
    />
  )
}

/** What is found, and by name what was chosen before and is not among it. */
function useOptions({ value, under, listed = false, first = [] }: Given, text: string) {
  const [seen, setSeen] = useState<ReadonlyMap<string, string>>(new Map())
  const whole = listed && text === ''
  const asked = useAsk(
    listPosts,
    { ...(text ? { text } : {}), ...(under ? { place: under } : {}), limit: whole ? LISTED : FOUND },
    { when: listed ? Boolean(under) : text !== '' },
  )
  const rows: Known[] = (asked.data?.rows ?? []).map((row) => ({
    post: row.id,
    name: row.person.name,
    title: `${row.title} · ${row.organ?.name ?? row.placeName}`,
  }))
  const found = (whole || text !== '' ? rows : first).map(({ post, name, title }) => ({
    value: post,
    label: name,
    note: title,
  }))
  const chosen = (Array.isArray(value) ? value : value ? [value] : [])
    .filter((one) => found.every((option) => option.value !== one))
    .map((one) => ({
      value: one,
      label: seen.get(one) ?? first.find(({ post }) => post === one)?.name ?? '…',
      note: '',
    }))
  return {
    options: [...found, ...chosen],
    loading: asked.isFetching,
    remember: () => setSeen((was) => new Map([...was, ...found.map(({ value, label }) => [value, label] as const)])),
  }
}
