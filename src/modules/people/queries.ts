import { subtree } from '#kernel/authorise.ts'
import { answer } from '#kernel/ask.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { getMe, getPerson, listOrgans, type PersonId, searchPeople } from './contract.ts'
import { maskedId, shownPerson } from './shown.ts'
import { readDocumentsOf } from './store-documents.ts'
import { findOrgans, findPerson, findStaff } from './store-search.ts'

/** To reach a colleague about work: statutory duty, PIPL art. 13 (3). */
const DIRECTORY = 'staff_directory'

const organs = answer(listOrgans, {
  permission: 'people.organs',
  async run(ctx, { place, line, kind, text, limit, cursor }) {
    const range = subtree(place ?? ctx.actor.place ?? '')
    const rows = await findOrgans(ctx.tx, {
      ...range,
      line,
      kind,
      text,
      after: readCursor(cursor, 2),
      limit: limit + 1,
    })
    return pageOf(rows, limit, (organ) => [organ.place, organ.id])
  },
})

const search = answer(searchPeople, {
  permission: 'people.search',
  purpose: DIRECTORY,
  async run(ctx, { text, limit, cursor }) {
    const found = await findStaff(ctx.tx, { text, after: readCursor(cursor, 2), limit: limit + 1 })
    const { rows, next } = pageOf(found, limit, ({ name, id }) => [name, id])
    ctx.saw(
      rows.map(({ id }) => id),
      { fields: 'name' },
    )
    return { rows: rows.map((row) => shownPerson(row)), next }
  },
})

const get = answer(getPerson, {
  permission: 'people.get',
  purpose: DIRECTORY,
  async run(ctx, { id }) {
    const person = (await findPerson(ctx.tx, id, ctx.scope)) ?? refuse('not_found')
    ctx.saw([id], { fields: 'name phone homePlace' })
    return { person: shownPerson(person), phone: person.phone, homePlace: person.homePlace }
  },
})

const me = answer(getMe, {
  permission: 'people.me',
  async run(ctx) {
    const person = (await findPerson(ctx.tx, ctx.actor.person ?? '', ctx.scope)) ?? refuse('not_found')
    const { name, phone, homePlace, source, enteredAt } = person
    return {
      id: person.id as PersonId,
      name,
      phone,
      idMasked: maskedId(await readDocumentsOf(ctx.tx, [person.id])),
      homePlace,
      source,
      enteredAt,
    }
  },
})

export const answers = [organs, search, get, me]
