import type { Actor } from '#kernel/authorise.ts'
import { asOwner } from '#kernel/db.ts'
import { keyOf } from '#kernel/jobs.ts'
import { seedOrgans, seedPeople } from '#modules/people/api.ts'
import { seedPlaces } from '#modules/places/api.ts'
import { shippedLayer } from '#modules/places/shipped.ts'
import { seedPosts } from '#modules/posts/api.ts'
import type { Role } from '#modules/posts/contract.ts'
import type { House } from './house.ts'

/** 龙游县庙下乡, in the mountains in the south of the county: a township that the small city of tests has not. People made up. */
export const MOUNTAIN = { city: '3308', county: '330825', township: '330825203' } as const

const PEOPLE = {
  lanYing: ['蓝英', 'grid_worker', '专职网格员', 'grid'],
  leiGenfa: ['雷根发', 'village_cadre', '村党支部书记', 'village'],
  zhouHong: ['周虹', 'township_room', '综合信息指挥室 主任', 'township'],
  xuWeimin: ['徐伟民', 'county_command', '指挥中心 主任', 'county'],
  huShui: ['胡水生', 'department_officer', '水利局经办人', 'county'],
} as const satisfies Record<string, readonly [string, Role, string, 'grid' | 'village' | 'township' | 'county']>
export type Highlander = keyof typeof PEOPLE

export async function openLongyou(house: House) {
  const layer = shippedLayer()
  const inside = layer.places.filter(({ code }) => code.startsWith(MOUNTAIN.township)).map(({ code }) => code)
  const village = inside.find((code) => code.length === 12) ?? ''
  const grid = inside.find((code) => code.length === 15 && code.startsWith(village)) ?? ''
  const at = { ...MOUNTAIN, village, grid }
  const organ = keyOf('longyou water')
  const id = (what: string, who: string) => keyOf(`longyou ${what} ${who}`)
  const staff = Object.entries(PEOPLE).map(([who, [name, role, title, level]], i) => ({
    who,
    name,
    role,
    title,
    place: at[level],
    phone: `1560570000${i}`,
    organ: role === 'department_officer' ? organ : null,
  }))
  await asOwner(house.p.db, async (tx) => {
    await seedPlaces(tx, layer, (code) => code === MOUNTAIN.county || code.startsWith(MOUNTAIN.township))
    await seedOrgans(
      tx,
      [
        {
          id: organ as never,
          name: { zh: '龙游县水利局' },
          kind: 'department',
          line: 'water',
          place: MOUNTAIN.county,
          creditCode: null,
        },
      ],
      house.clock.now(),
    )
    await seedPeople(
      tx,
      staff.map(({ who, name, phone, place }) => ({ id: id('person', who), name, phone, office: place })),
      house.clock.now(),
    )
    await seedPosts(
      tx,
      staff.map(({ who, role, title, place, organ: of }) => ({
        id: id('post', who),
        person: id('person', who),
        role,
        title,
        place,
        organ: of,
        from: '2026-01-01',
        to: null,
      })),
    )
  })
  house.p.cache.drop('')
  return {
    ...at,
    as(who: Highlander): Actor {
      const [, role, , level] = PEOPLE[who]
      return {
        kind: 'staff',
        role,
        person: id('person', who),
        post: id('post', who),
        organ: role === 'department_officer' ? organ : null,
        place: at[level],
        session: null,
      }
    },
    resident: (person: string): Actor => ({
      kind: 'resident',
      role: 'resident',
      person,
      post: null,
      organ: null,
      place: null,
      session: null,
    }),
  }
}
