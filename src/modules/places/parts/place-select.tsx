import { Select } from 'antd'
import { useState } from 'react'
import { useAsk } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import { placeTexts as t } from '../console/messages.ts'
import { getPlace, type Level, searchPlaces } from '../contract.ts'

type PlaceSelectProps = {
  value?: string | null | undefined
  onChange?: (code: string | null) => void
  under?: string
  level?: Level
  /** Levels that may be chosen; default: all. */
  only?: readonly Level[]
  label: string
  id?: string
  width?: number | string
  /** The button that clears is a stop on the way from field to field: left out where somebody types without a mouse. */
  clearable?: boolean
}

/** One place by name, pinyin initials or code; works as a field of a form. */
export function PlaceSelect({
  value,
  onChange,
  under,
  level,
  only,
  label,
  id,
  width = '100%',
  clearable = true,
}: PlaceSelectProps) {
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const found = useAsk(
    searchPlaces,
    { text, limit: 20, ...(under ? { under } : {}), ...(level ? { level } : {}) },
    { when: text !== '' },
  )
  const chosen = useAsk(getPlace, { code: value ?? '' }, { when: Boolean(value) })
  const rows = (found.data?.rows ?? []).filter(({ place }) => !only || only.includes(place.level))
  const options = rows.map(({ place, path }) => ({
    value: place.code,
    label: place.name,
    note: path
      .slice(0, -1)
      .map(({ name }) => name)
      .join(' · '),
  }))
  const known = value && chosen.data ? [{ value, label: chosen.data.place.name, note: '' }] : []
  return (
    <Select
      {...(id ? { id } : { 'aria-label': label })}
      placeholder={label}
      allowClear={clearable}
      style={{ width }}
      value={value ?? null}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={text === '' ? known : options}
      optionRender={({ data }) => (
        <div>
          {data.label} <span className="quiet-ink">{data.note}</span>
        </div>
      )}
      notFoundContent={text === '' ? t.search() : t.foundNothing({ text })}
      onChange={(code: string | null | undefined) => onChange?.(code ?? null)}
    />
  )
}
