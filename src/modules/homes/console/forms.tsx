import { Form, Input } from 'antd'
import { dayOf } from '#kernel/clock.ts'
import { USUAL_ORIGIN } from '#modules/people/parts/provenance.tsx'
import type { Origin } from '#modules/people/contract-entries.ts'
import { needed } from '#ui/console/drawer-form.tsx'
import { useNow } from '#ui/now.ts'
import { searchHomes } from '../contract-search.ts'
import { getDwelling, getHousehold, listHouseholds, type Member } from '../contract.ts'
import { homeTexts as t } from './messages.ts'

/** What may be done to a household, and to one of its members. */
export type Task =
  | { kind: 'join' }
  | { kind: 'split' }
  | { kind: 'merge' }
  | { kind: 'move' }
  | { kind: 'change'; member: Member }
  | { kind: 'leave'; member: Member }
  | { kind: 'undo'; act: string }
export const REFRESH = [getHousehold, getDwelling, listHouseholds, searchHomes]
export type Closing = { onClose: () => void }

export const DayField = ({ label = t.day() }: { label?: string }) => (
  <Form.Item name="day" label={label} rules={[needed]}>
    <Input type="date" />
  </Form.Item>
)
export type Dated = { day: string; origin: Origin }
export const useDated = (): Dated => ({ day: dayOf(useNow()), origin: { ...USUAL_ORIGIN } })
