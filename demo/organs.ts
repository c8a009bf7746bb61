import { creditCode } from './identifiers.ts'
import { CITY_ONLY, COMMAND, HOTLINE, ORGAN_NAMES, ROOM } from './organ-names.ts'
import { makeIds } from './random.ts'
import type { DemoOrgan, DemoPlace, Names } from './records.ts'

export type DemoLine = { key: string; name: Names; kind: 'department' | 'duty_holder' }

/**
 * 200 organs besides the 100 command rooms of the townships: 27 lines in the city and each of six counties (189), six county
 * commands, the city command, the hotline, and three of the city without a line.
 */
export function makeOrgans(places: readonly DemoPlace[], lines: readonly DemoLine[]): DemoOrgan[] {
  const register = makeRegister()
  const [cities, counties, townships] = (['city', 'county', 'township'] as const).map((level) =>
    places.filter((place) => place.level === level),
  )
  const withDepartments = [...(cities ?? []), ...(counties ?? [])]
  return [
    ...withDepartments.flatMap((place) => lines.map((line) => register(place, departmentOf(place, line)))),
    ...withDepartments.map((place) => register(place, { ...centre(place, COMMAND), kind: 'command', line: null })),
    ...(cities ?? []).flatMap((city) => [
      register(city, { ...centre(city, HOTLINE), kind: 'hotline', line: null }),
      ...CITY_ONLY.map((name) => register(city, { ...centre(city, name), kind: 'department', line: null })),
    ]),
    ...(townships ?? []).map((place) => register(place, { ...centre(place, ROOM), kind: 'command_room', line: null })),
  ]
}

type Draft = Pick<DemoOrgan, 'name' | 'kind' | 'line'>

function makeRegister(): (place: DemoPlace, draft: Draft) => DemoOrgan {
  const nextId = makeIds('organs')
  let serial = 0
  return (place, draft) => {
    const kind = draft.kind === 'department' ? '11' : draft.kind === 'duty_holder' ? '91' : '12'
    const region = place.code.slice(0, 6).padEnd(6, '0')
    return { id: nextId(), ...draft, place: place.code, creditCode: creditCode(kind, region, ++serial) }
  }
}

function departmentOf(place: DemoPlace, line: DemoLine): Draft {
  const names = ORGAN_NAMES[line.key]
  if (!names) throw new Error(`no organ name for line ${line.key}`)
  const zh =
    place.level === 'city' ? names.city : place.kind === 'district' ? (names.district ?? names.county) : names.county
  return { name: { zh: fill(zh, place), en: `${place.english}, ${line.name.en}` }, kind: line.kind, line: line.key }
}

const centre = (place: DemoPlace, name: Names): { name: Names } => ({
  name: { zh: fill(name.zh, place), en: name.en.replace('{place}', place.english) },
})

const fill = (pattern: string, { name }: DemoPlace): string =>
  pattern.replace('{place}', name).replace('{short}', name.replace(/[市区县]$/, ''))
