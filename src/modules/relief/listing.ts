import type { InputOf } from '#kernel/contract.ts'
import type { CommandContext } from '#kernel/pipeline.ts'
import { type CheckView, faultOfLine, type LineRefusal, type startCheck } from './contract-checks.ts'
import type { NewLine } from './store-checks.ts'
import { findCalled, homesOf } from './store-people.ts'

export type Given = InputOf<typeof startCheck>['lines'][number]
export type Refused = { line: Given['id']; why: LineRefusal }

/**
 * Looks at each line by itself. A code that was sent on, a phone that was once in the city, a name out of another register: none of
 * them puts anybody on a list. The house must know where the person lives here, or have seen him come in.
 */
export async function sift(
  ctx: CommandContext,
  { kind, place }: Pick<CheckView, 'kind' | 'place'>,
  lines: readonly Given[],
): Promise<{ taken: NewLine[]; refused: Refused[] }> {
  const called = lines.map(({ person = null, name = null, phone = null }, no) => ({ no, person, name, phone }))
  const found = new Map((await findCalled(ctx.tx, called)).map((row) => [row.no, row.person]))
  const homes = new Map((await homesOf(ctx.tx, [...found.values()], ctx.now)).map((home) => [home.person, home]))
  const refused: Refused[] = []
  const taken: NewLine[] = []
  lines.forEach((line, no) => {
    const person = found.get(no)
    const home = person ? homes.get(person) : undefined
    const why = faultOfLine(kind, line) ?? whyNot(person, home, place)
    if (why || !person || !home) refused.push({ line: line.id, why: why ?? 'not_known' })
    else taken.push({ ...home, id: line.id, reason: line.reason, evidence: line.evidence })
  })
  return { taken, refused }
}

function whyNot(
  person: string | undefined,
  home: { place: string } | undefined,
  area: string,
): LineRefusal | undefined {
  if (!person) return 'not_known'
  if (!home) return 'not_in_city'
  return home.place.startsWith(area) ? undefined : 'outside_area'
}
