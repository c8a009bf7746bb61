import { pinyin } from 'pinyin-pro'
import { castPeople, castPosts } from './cast.ts'
import { phone } from './identifiers.ts'
import { makeName } from './names.ts'
import { FIRST_DAY, makeIds, makeRandom } from './random.ts'
import type { DemoOrgan, DemoPerson, DemoPlace, DemoPost, DemoRole } from './records.ts'
import { makeRounds } from './rounds.ts'

export type Staff = { persons: DemoPerson[]; posts: DemoPost[] }

/** How many persons an office has. */
const OFFICERS = 2
const COUNTY_COMMAND = 5
const CITY_COMMAND = 6
const OPERATORS = 8
const ROOM = 3
/** A command room with this many villages has one officer more. */
const LARGE_TOWNSHIP = 24
const FIRST_NUMBER = 1000

/** The cast first; then everybody else, wherever the cast leaves an office, a village or a grid without its people. */
export function makeStaff(places: readonly DemoPlace[], organs: readonly DemoOrgan[]): Staff {
  const desk = makeDesk(organs)
  for (const organ of organs) staffOffice(desk, organ, places)
  const open = (place: DemoPlace): boolean => !desk.held(place.code)
  for (const round of makeRounds(places, open)) {
    const holder = desk.hire()
    for (const { role, title, place } of round) desk.appoint(holder, { role, title, place, organ: null })
  }
  return { persons: desk.persons, posts: desk.posts }
}

type Desk = {
  persons: DemoPerson[]
  posts: DemoPost[]
  hire(): string
  appoint(person: string, post: { role: DemoRole; title: string; place: string; organ: string | null }): void
  held(place: string): boolean
}

function makeDesk(organs: readonly DemoOrgan[]): Desk {
  const [random, personId, postId] = [makeRandom('staff'), makeIds('staff'), makeIds('posts')]
  const persons = castPeople()
  const posts = castPosts((place, office) => organAt(organs, place, office))
  const logins = new Map(persons.map(({ login }) => [login, 1]))
  const taken = new Set(posts.map(({ place }) => place))
  return {
    persons,
    posts,
    hire() {
      const { name } = makeName(random)
      const spelled = pinyin(name, { toneType: 'none', type: 'array', mode: 'surname', v: true }).join('')
      const times = (logins.get(spelled) ?? 0) + 1
      logins.set(spelled, times)
      const login = times === 1 ? spelled : `${spelled}${times}`
      const person = {
        id: personId(),
        name,
        login,
        phone: phone(FIRST_NUMBER + persons.length),
        idNumber: null,
        home: null,
      }
      persons.push(person)
      return person.id
    },
    appoint(person, post) {
      posts.push({ id: postId(), person, ...post, from: FIRST_DAY })
      taken.add(post.place)
    },
    held: (place) => taken.has(place),
  }
}

function organAt(organs: readonly DemoOrgan[], place: string, office: string): DemoOrgan {
  const kinds: Record<string, DemoOrgan['kind']> = { room: 'command_room', command: 'command', hotline: 'hotline' }
  const found = organs.find(
    (organ) =>
      organ.place === place &&
      (organ.line === office ||
        organ.kind === kinds[office] ||
        (office === 'audit' && organ.name.zh.endsWith('审计局'))),
  )
  if (!found) throw new Error(`no organ ${office} at ${place}`)
  return found
}

type Office = { role: DemoRole; head: string; others: string; persons: number }

function staffOffice(desk: Desk, organ: DemoOrgan, places: readonly DemoPlace[]): void {
  const { role, head, others, persons } = officeOf(organ, places)
  const present = desk.posts.filter((post) => post.organ === organ.id && post.role === role)
  const headless = !present.some(({ title }) => title === head)
  for (let at = present.length; at < persons; at++) {
    const title = headless && at === present.length ? head : others
    desk.appoint(desk.hire(), { role, title, place: organ.place, organ: organ.id })
  }
}

function officeOf({ kind, place }: DemoOrgan, places: readonly DemoPlace[]): Office {
  if (kind === 'command_room') {
    const villages = places.filter(({ level, code }) => level === 'village' && code.startsWith(place)).length
    const persons = villages >= LARGE_TOWNSHIP ? ROOM + 1 : ROOM
    return { role: 'township_room', head: '综合信息指挥室 主任', others: '综合信息指挥室 值班', persons }
  }
  const command = { head: '指挥中心 主任', others: '指挥中心 值班员' }
  if (kind === 'command' && place.length === 4) return { role: 'city_command', ...command, persons: CITY_COMMAND }
  if (kind === 'command') return { role: 'county_command', ...command, persons: COUNTY_COMMAND }
  if (kind === 'hotline') return { role: 'operator', head: '值班长', others: '话务员', persons: OPERATORS }
  return { role: 'department_officer', head: '科长', others: '经办人', persons: OFFICERS }
}
