import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Made } from './answering.ts'
import { RELATED, wantsOf } from './asked.ts'
import type { Registry } from './registry.ts'
import { isFresh } from './rules.ts'
import { addEffort, type FormHeld, listOpen } from './store-forms.ts'

type Noted = { entry: string; day: string; made: readonly Made[]; registry: Registry }

/**
 * Each answer is the burden of one form: the first that was opened and lacked it. The others were fed. So the sum over forms is
 * what was really typed, and an answer that feeds seventeen forms costs what one that feeds one costs.
 */
export async function noteEffort(
  { tx }: { tx: Tx; platform: Platform },
  { entry, day, made, registry }: Noted,
): Promise<void> {
  const counted = made.filter((one) => one.verdict !== 'branch')
  const places = [...new Set(counted.map(({ place }) => place))]
  const effort = new Map<string, { form: string; typed: number; confirmed: number }>()
  for (const place of places) {
    const forms = (await listOpen(tx, place, day)).map((form) => ({ form, wants: wantsOf(form, registry, day) }))
    for (const one of counted.filter((answer) => answer.place === place)) {
      const cause = forms.find(({ form, wants }) => lacked(one, form, wants, day))?.form.id
      if (!cause) continue
      const sum = effort.get(cause) ?? { form: cause, typed: 0, confirmed: 0 }
      sum[one.verdict === 'taken' ? 'typed' : 'confirmed'] += 1
      effort.set(cause, sum)
    }
  }
  await addEffort(tx, entry, day, [...effort.values()])
}

const lacked = (
  { field, kind, before, place }: Made,
  form: FormHeld,
  wants: ReturnType<typeof wantsOf>,
  day: string,
): boolean => {
  const want = wants.find(({ key }) => key === field)
  if (!want || !place.startsWith(form.area) || !RELATED[form.subject].includes(kind)) return false
  return before === undefined || !isFresh(before.day, day, want.fresh)
}
