import { Input, InputNumber, Select } from 'antd'
import { named } from '#kernel/messages.ts'
import type { Definition, Value } from '../contract.ts'
import { fieldWords as t } from '../parts/messages.ts'

type Props = {
  definition: Definition
  value?: Value | null
  onChange?: (value: Value | undefined) => void
  id?: string
}

/** A value as its datum wants it; works as a field of a form. */
export function ValueInput({ definition, value = null, onChange, id }: Props) {
  const tied = id ? { id } : {}
  const options = definition.choices.map((one) => ({ value: one.key as string, label: named(one) }))
  switch (definition.type) {
    case 'yesno':
      return (
        <Select
          {...tied}
          value={value}
          options={[
            { value: true, label: t.yes() },
            { value: false, label: t.no() },
          ]}
          onChange={(said: Value | null) => onChange?.(said ?? undefined)}
        />
      )
    case 'choice':
      return (
        <Select
          {...tied}
          value={value}
          options={options}
          onChange={(said: Value | null) => onChange?.(said ?? undefined)}
        />
      )
    case 'choices':
      return (
        <Select
          {...tied}
          mode="multiple"
          value={Array.isArray(value) ? value : []}
          options={options}
          onChange={(said: string[]) => onChange?.(said)}
        />
      )
    case 'number':
    case 'count':
    case 'money':
      return (
        <InputNumber
          {...tied}
          style={{ width: '100%' }}
          value={typeof value === 'number' ? value : null}
          onChange={(said) => onChange?.(said ?? undefined)}
        />
      )
    case 'day':
    case 'text':
      return (
        <Input
          {...tied}
          type={definition.type === 'day' ? 'date' : 'text'}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange?.(event.target.value || undefined)}
        />
      )
  }
}
