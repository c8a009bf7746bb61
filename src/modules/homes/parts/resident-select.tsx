import { Select } from 'antd'
import { useState } from 'react'
import { useAsk } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import { doorText, homeTexts as t } from '../console/messages.ts'
import { searchHomes } from '../contract-search.ts'

type SelectProps = { value?: string | null; onChange?: (id: string) => void; id?: string }

/** A resident of the own range by name or end of the phone. */
export function ResidentSelect({ value, onChange, id }: SelectProps) {
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim(), 350)
  const found = useAsk(searchHomes, { text, limit: 20 }, { when: text.length > 1 })
  return (
    <Select
      {...(id ? { id } : {})}
      {...(onChange ? { onChange } : {})}
      value={value ?? null}
      aria-label={t.who()}
      placeholder={t.whoHint()}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={text ? t.foundNobody() : null}
      options={(found.data?.residents ?? []).map((one) => ({
        value: one.id as string,
        label: `${one.name} ${one.age === null ? '' : t.years({ n: one.age })} ${one.address ? doorText({ address: one.address, door: one.door }) : ''}`,
      }))}
    />
  )
}
