import type { Role } from '#modules/posts/contract.ts'
import { roleText } from '#modules/posts/parts/role-text.ts'
import { Picks } from './picks.tsx'

const WORKING = ['grid_worker', 'village_cadre', 'township_room', 'department_officer', 'county_command'] as const

type Given = { label: string; value?: Role[]; onChange?: (value: Role[]) => void }

/** Roles that do the work of an order; several at once. */
export const RolePicks = ({ label, value = [], onChange }: Given) => (
  <Picks
    label={label}
    options={WORKING.map((role) => ({ value: role, text: roleText(role) }))}
    value={value}
    onChange={(next) => onChange?.(next as Role[])}
  />
)
