import { keyOf } from '#kernel/jobs.ts'
import type { Tx } from '#kernel/tx.ts'
import { seedPeople } from '#modules/people/api.ts'
import type { PersonId } from '#modules/people/contract.ts'
import { seedPlaces } from '#modules/places/api.ts'
import { seedPosts } from '#modules/posts/api.ts'
import type { PostId, Role } from '#modules/posts/contract.ts'
import { hashPassword, seedLogins } from '#modules/signin/api.ts'

/** Who comes to the door. */
export const PASSWORD = 'four quiet lotus ponds'
const COUNTY = '330802'
const VILLAGE = '330802211209'

type Part = { name: string; phone: string | null; office: string; posts: [role: Role, place: string][] }
const PARTS = {
  zhou: { name: '周建国', phone: '13900000001', office: VILLAGE, posts: [['grid_worker', `${VILLAGE}001`]] },
  yu: {
    name: '余晓燕',
    phone: '13900000002',
    office: COUNTY,
    posts: [
      ['village_cadre', VILLAGE],
      ['operator', COUNTY],
    ],
  },
  twin1: { name: '郑大伟', phone: '13900000003', office: COUNTY, posts: [['village_cadre', VILLAGE]] },
  twin2: { name: '郑小伟', phone: '13900000003', office: COUNTY, posts: [['village_cadre', VILLAGE]] },
  former: { name: '徐退休', phone: '13900000004', office: COUNTY, posts: [] },
  system: { name: '方立新', phone: '13900000005', office: COUNTY, posts: [['system_admin', COUNTY]] },
  security: { name: '毛安然', phone: '13900000006', office: COUNTY, posts: [['security_admin', COUNTY]] },
  above: { name: '姜市长', phone: '13900000007', office: '3308', posts: [['city_command', '3308']] },
} satisfies Record<string, Part>
export type PartName = keyof typeof PARTS

export const personOf = (name: PartName): PersonId => keyOf(`person ${name}`) as PersonId
export const postOf = (name: PartName, role: Role): PostId => keyOf(`post ${name} ${role}`) as PostId
export const phoneOf = (name: PartName): string => PARTS[name].phone

export async function seedCast(tx: Tx, now: number): Promise<void> {
  const parts = Object.entries(PARTS) as [PartName, Part][]
  await seedPlaces(tx, undefined, (code) => code === '3308' || VILLAGE.startsWith(code) || code.startsWith(VILLAGE))
  await seedPeople(
    tx,
    parts.map(([login, { name, phone, office }]) => ({ id: personOf(login), name, phone, login, office })),
    now,
  )
  await seedPosts(
    tx,
    parts.flatMap(([login, { posts }]) =>
      posts.map(([role, place]) => {
        const id = postOf(login, role)
        const from = role === 'operator' ? '2026-02-01' : '2026-01-01'
        return { id, person: personOf(login), role, title: role, place, organ: null, from, to: null }
      }),
    ),
  )
  const passwordHash = await hashPassword(PASSWORD)
  await seedLogins(
    tx,
    parts.map(([login]) => ({ person: personOf(login), login, passwordHash })),
    now,
  )
}
