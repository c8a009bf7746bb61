import { Select } from 'antd'
import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { useAsk } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import { listOrgans, type Organ } from '../contract.ts'

type OrganSelectProps = {
  value?: string | null
  onChange?: (id: string | null) => void
  place?: string | undefined
  kind?: Organ['kind']
  label: string
  id?: string
  width?: number | string
}

/** One organ, by part of its name. */
export function OrganSelect({ value, onChange, place, kind, label, id, width = '100%' }: OrganSelectProps) {
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const found = useAsk(listOrgans, {
    limit: 50,
    ...(place ? { place } : {}),
    ...(kind ? { kind } : {}),
    ...(text ? { text } : {}),
  })
  return (
    <Select
      {...(id ? { id } : { 'aria-label': label })}
      placeholder={label}
      allowClear
      style={{ width }}
      value={value ?? null}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={(found.data?.rows ?? []).map((organ) => ({ value: organ.id as string, label: named(organ.name) }))}
      onChange={(organ: string | null | undefined) => onChange?.(organ ?? null)}
    />
  )
}
