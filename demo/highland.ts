import { phone } from './identifiers.ts'
import { FIRST_DAY, makeIds } from './random.ts'
import type { DemoPerson, DemoPost } from './records.ts'

/** The second stage: 浙源里村 in the mountains in the south of 龙游. The village is real, everybody in it is made up. */
export const HIGHLAND = {
  city: '3308',
  county: '330825',
  township: '330825203',
  village: '330825203212',
  grid: '330825203212002',
  otherGrid: '330825203212001',
} as const

/** Dwellings of a grid: enough for a list, as few as up there. */
export const HIGHLAND_DWELLINGS = 24

const nextId = makeIds('highland')
const highlander = (number: number, name: string, login: string): DemoPerson & { login: string } => ({
  id: nextId(),
  name,
  login,
  phone: phone(100 + number),
  idNumber: null,
  home: null,
})

export const highland = {
  lanYing: highlander(0, '蓝英', 'lanying'),
  leiGenfa: highlander(1, '雷根发', 'leigenfa'),
}

const HELD: Record<string, { by: DemoPerson; title: string }> = {
  [HIGHLAND.village]: { by: highland.leiGenfa, title: '村党支部书记' },
  [HIGHLAND.otherGrid]: { by: highland.leiGenfa, title: '网格长' },
  [HIGHLAND.grid]: { by: highland.lanYing, title: '专职网格员' },
}

/** In a village of its own nobody has to change posts to see a door: these take over what the rounds gave away. */
export const settleHighland = <S extends { persons: DemoPerson[]; posts: DemoPost[] }>({ persons, posts }: S) => ({
  persons: [...persons, ...Object.values(highland)],
  posts: posts.map((post) => {
    const held = HELD[post.place]
    return held ? { ...post, person: held.by.id, title: held.title, from: FIRST_DAY } : post
  }),
})
