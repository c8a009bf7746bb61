import { Select } from 'antd'
import { counted } from '#ui/console/figures.ts'
import { useAsk } from '#ui/query.tsx'
import { listShelters } from '../contract-evacuation.ts'
import { reliefTexts as t } from './messages.ts'
import { aroundOf } from './scope.ts'

type Given = { place: string; value?: string | null; onChange?: (id: string | null) => void; id?: string }

/** The open shelters of the county, those of the same township first. */
export function ShelterSelect({ place, value, onChange, id }: Given) {
  const asked = useAsk(listShelters, { place: aroundOf(place) })
  const near = (code: string): number => (code.startsWith(place.slice(0, 9)) ? 0 : 1)
  const rows = (asked.data?.rows ?? []).toSorted((a, b) => near(a.place) - near(b.place))
  return (
    <Select
      {...(id ? { id } : { 'aria-label': t.shelter() })}
      allowClear
      placeholder={t.shelterNone()}
      value={value ?? null}
      options={rows.map((one) => ({
        value: one.id as string,
        label: t.shelterFree({ name: one.name, free: counted(one.free) }),
      }))}
      onChange={(next: string | null | undefined) => onChange?.(next ?? null)}
    />
  )
}
