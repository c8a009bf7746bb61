import { Select } from 'antd'
import { useState } from 'react'
import { useAsk } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import { searchPeople } from '../contract.ts'

type PersonSelectProps = { value?: string; onChange?: (id: string) => void; label: string; id?: string }

/** One of the staff, by name or login; numbers stay masked. */
export function PersonSelect({ value, onChange, label, id }: PersonSelectProps) {
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const found = useAsk(searchPeople, { text, limit: 20 }, { when: text !== '' })
  return (
    <Select
      {...(id ? { id } : { 'aria-label': label })}
      placeholder={label}
      value={value ?? null}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={label}
      options={(found.data?.rows ?? []).map((person) => ({
        value: person.id as string,
        label: [person.name, person.phoneMasked].filter(Boolean).join(' '),
      }))}
      onChange={(person: string | null) => person && onChange?.(person)}
    />
  )
}
