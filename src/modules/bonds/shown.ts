import type { z } from 'zod'
import { maskName } from '#modules/people/api.ts'
import type { Tree } from '#modules/places/api.ts'
import type { Answerer, AnswererRow, DoorView } from './contract.ts'
import type { Kinds } from './kinds.ts'
import { mostOf } from './rules.ts'
import { sourceOf } from './store.ts'
import type { FoundAnswerer } from './store-door.ts'
import type { Door, Standing } from './store-doors.ts'

type Shown<T extends z.ZodType> = z.infer<T>

export function shownBond(found: FoundAnswerer, kinds: Kinds): Answerer {
  const kind = kinds.get(found.kind)
  return {
    bond: found.bond as Answerer['bond'],
    kind: found.kind,
    kindName: kinds.nameOf(found.kind),
    origin: found.origin,
    source: sourceOf({ person: found.sourcePerson, post: found.post, organ: found.organ }),
    name: found.name,
    title: found.title,
    person: found.person as Answerer['person'],
    held: found.post === null || found.person !== null,
    substitute: found.substituteUntil
      ? {
          person: found.substitute as Answerer['person'],
          name: found.substituteName ?? '',
          until: found.substituteUntil,
        }
      : null,
    to: { kind: found.toKind, id: found.toId ?? found.place },
    from: found.from,
    until: found.until,
    near: kind?.near ?? found.bond === null,
  }
}

export const shownAnswerer = (row: Standing, quota: number | null): Shown<typeof AnswererRow> => ({
  id: row.id as Shown<typeof AnswererRow>['id'],
  kind: row.kind,
  place: row.place,
  source: sourceOf(row),
  name: row.name,
  title: row.title,
  load: row.load,
  most: mostOf(quota, row.most),
  from: row.from,
  until: row.until,
})

type Seen = { door: Door; answerers: readonly FoundAnswerer[]; day: string; tree: Tree; kinds: Kinds }
export const shownDoor = ({ door, answerers, day, tree, kinds }: Seen): Shown<typeof DoorView> => ({
  household: door.household,
  dwelling: door.dwelling,
  place: door.place,
  placeName: tree.shortName(door.place),
  address: door.address,
  head: door.headName && maskName(door.headName),
  day,
  answerers: answerers.map((one) => shownBond(one, kinds)),
})

/** Everybody whom the answer shows: who answers, who stands in. */
export const personsIn = (answerers: readonly FoundAnswerer[]): (string | null)[] =>
  answerers.flatMap(({ person, substitute }) => [person, substitute])
