import { STAGE } from '../../demo/cast.ts'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { answerForm, draftForm, publishForm } from '#modules/fields/contract.ts'
import { type House, START } from '#test/city/house.ts'
import type { HomeScene } from './home-scene.ts'
import type { Player } from './players.ts'
import { id } from './scene.ts'

/** Two forms of a department, one of them open, and two answers that contradict each other. */
export type FieldsScene = { draft: never; open: never; branch: string; organ: string }

export async function setFields(
  house: House,
  near: (role: Player['role']) => Player,
  home: HomeScene,
): Promise<FieldsScene> {
  const officer = near('department_officer').actor
  const organ = officer.organ ?? ''
  const [draft, open] = [id(), id()]
  for (const one of [draft, open]) await house.send(officer, draftForm, { ...asForm(organ), id: one })
  await house.send(officer, publishForm, { id: open })
  const answer = async (by: Player['role'], value: number, base: string | null) => {
    const { results } = await house.send(near(by).actor, answerForm, {
      answers: [{ subjectKind: 'household', subject: home.household, field: 'household.cars', value, base }],
    })
    return results[0]
  }
  const first = await answer('grid_worker', 1, null)
  await answer('village_cadre', 2, first?.value ?? null)
  const late = await answer('grid_worker', 3, first?.value ?? null)
  await answer('grid_worker', 2, null)
  return { draft, open, branch: late?.branch ?? '', organ }
}

export const asForm = (organ: string) => ({
  organ,
  name: { zh: '用电安全排查表' },
  subject: 'dwelling' as const,
  area: STAGE.grid,
  purpose: 'household_service',
  reason: '排查老化电线',
  layout: { title: [], columns: [{ from: 'dwelling.wiring', heading: '电线' }] },
  until: dayOf(START + 30 * DAY_MS),
})
