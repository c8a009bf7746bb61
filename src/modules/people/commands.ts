import { instant } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { placeTree } from '#modules/places/api.ts'
import { addOrgan, organsChanged, registerPerson } from './contract.ts'
import { enterBy } from './entries.ts'
import { readCreditCode, readIdNumber } from './rules.ts'
import { sealNumber } from './sealed.ts'
import { shownPerson } from './shown.ts'
import { insertDocuments } from './store-documents.ts'
import { insertOrgans, insertPeople } from './store.ts'

async function demandPlace(ctx: CommandContext, code: string, path: string): Promise<void> {
  if (!(await placeTree(ctx.platform)).get(code))
    refuse('not_found', { problems: [{ path, problem: 'unknown_place' }] })
}

/** For people who will hold posts; residents enter themselves by signing in or by reporting. */
const register = handler(registerPerson, {
  async load(ctx, { homePlace }) {
    if (homePlace) await demandPlace(ctx, homePlace, 'homePlace')
    return { office: ctx.actor.place }
  },
  allow: { permission: 'people.register', where: ({ office }, { id }) => ({ place: office, subject: id }) },
  async handle(ctx, { id, name, phone = null, idNumber, homePlace = null, login = null }, { office }) {
    const number = idNumber ? readIdNumber(idNumber) : null
    const entry = await enterBy(ctx, office, undefined)
    await insertPeople(ctx.tx, [
      {
        id,
        name,
        phone,
        homePlace,
        login,
        office,
        source: 'register',
        enteredAt: instant(ctx.now),
        entry,
      },
    ])
    if (number)
      await insertDocuments(ctx.tx, [
        {
          id: uuidv7(ctx.now),
          person: id,
          // the office that keeps the entry reaches it, wherever the person lives
          place: office,
          kind: 'resident_id',
          country: null,
          entry,
          ...sealNumber(id, 'resident_id', number),
        },
      ])
    ctx.concerns(id)
    return shownPerson({ id, name, phone }, number)
  },
})

const enterOrgan = handler(addOrgan, {
  load: (ctx, { place }) => demandPlace(ctx, place, 'place'),
  allow: { permission: 'people.addOrgan', where: (_, { id, place }) => ({ place, subject: id }) },
  async handle(ctx, given) {
    const organ = { ...given, creditCode: given.creditCode ? readCreditCode(given.creditCode) : null }
    await insertOrgans(ctx.tx, [organ], ctx.now)
    ctx.platform.cache.drop('people.')
    ctx.emit(organsChanged, organ.id, organ.place, { id: organ.id })
    return organ
  },
})

export const handlers = [register, enterOrgan]
