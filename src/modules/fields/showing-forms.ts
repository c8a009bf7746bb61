import type { OrganIndex } from '#modules/people/api.ts'
import type { Form, FormId, Weight } from './contract.ts'
import type { FormHeld } from './store-forms.ts'

export const shownForm = (
  { zh, en, id, ...rest }: FormHeld,
  organs: OrganIndex,
  weight: Weight | null = rest.weight,
): Form => ({
  ...rest,
  id: id as FormId,
  name: { zh, en },
  organName: organs.get(rest.organ)?.name ?? null,
  weight,
})
