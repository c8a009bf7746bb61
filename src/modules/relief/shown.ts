import type { AskContext } from '#kernel/ask.ts'
import { dayOf } from '#kernel/clock.ts'
import { ageOn, isMinor, maskName, maskPhone } from '#modules/people/api.ts'
import type { Shown } from './contract.ts'
import { type PersonHeld, readPeople } from './store-people.ts'

/** Residents as staff of the place see them; who is shown will see this read. */
export async function showPeople(
  ctx: AskContext,
  ids: readonly string[],
  about: { subject?: string; place?: string; fields?: string } = {},
): Promise<(id: string) => Shown> {
  const today = dayOf(ctx.now)
  const found = new Map((await readPeople(ctx.tx, [...new Set(ids)])).map((row) => [row.id, shownOf(row, today)]))
  ctx.saw([...found.keys()], about)
  return (id) => found.get(id) ?? { id: id as never, name: '', age: null, phoneMasked: null }
}

const shownOf = ({ id, name, born, phone }: PersonHeld, today: string): Shown => ({
  id: id as never,
  name: isMinor(born, today) ? maskName(name) : name,
  age: born ? ageOn(born, today) : null,
  phoneMasked: phone && maskPhone(phone),
})
