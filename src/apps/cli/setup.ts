import { randomBytes } from 'node:crypto'
import { dayOf } from '#kernel/clock.ts'
import { asOwner } from '#kernel/db.ts'
import { uuidv7 } from '#kernel/ids.ts'
import type { Platform } from '#kernel/platform.ts'
import { seedKinds } from '#modules/bonds/api.ts'
import { seedDuties } from '#modules/duties/api.ts'
import { seedFields } from '#modules/fields/api.ts'
import { seedPeople } from '#modules/people/api.ts'
import { placeTree, seedPlaces } from '#modules/places/api.ts'
import { ADMIN_ROLES } from '#modules/posts/contract.ts'
import { seedPosts } from '#modules/posts/api.ts'
import { hashPassword, seedLogins } from '#modules/signin/api.ts'
import { texts } from './messages.ts'

const TITLES = { system_admin: 'systemAdmin', security_admin: 'securityAdmin', auditor: 'auditor' } as const

/**
 * The first people of an empty installation: one person for each of the three administrator roles, since nobody may hold two.
 * Loads the shipped places and the duty list when there are none. Prints the passwords once; they should be changed at once.
 */
export async function setUp(p: Platform, logins: readonly string[]): Promise<number> {
  if (logins.length !== ADMIN_ROLES.length || new Set(logins).size !== logins.length) {
    console.error(texts.setupUsage())
    return 2
  }
  const now = p.clock.now()
  if ((await placeTree(p)).all().length === 0)
    await asOwner(p.db, async (tx) => {
      await seedPlaces(tx)
      await seedDuties(tx)
      await seedFields(tx)
      await seedKinds(tx, dayOf(now), now)
    })
  p.cache.drop('')
  const city = (await placeTree(p)).all().find(({ level }) => level === 'city')?.code ?? ''
  for (const [i, role] of ADMIN_ROLES.entries()) {
    const [login = '', person, password] = [logins[i], uuidv7(now), randomBytes(12).toString('base64url')]
    const hash = await hashPassword(password)
    await asOwner(p.db, async (tx) => {
      await seedPeople(tx, [{ id: person, name: login, login, office: city }], now)
      await seedPosts(tx, [
        {
          id: uuidv7(now),
          person,
          role,
          title: texts[TITLES[role]](),
          place: city,
          organ: null,
          from: dayOf(now),
          to: null,
        } as never,
      ])
      await seedLogins(tx, [{ person, login, passwordHash: hash }], now)
    })
    console.log(`${role.padEnd(15)} ${login.padEnd(20)} ${password}`)
  }
  return 0
}
