import { refuse } from '#kernel/errors.ts'
import { handler } from '#kernel/pipeline.ts'
import { closeShelter, openShelter } from './contract-evacuation.ts'
import { shelters } from './levers.ts'
import { addRow, setRow } from './store.ts'
import { holdShelter, SHELTER, type ShelterRow } from './store-evacuation.ts'
import { shownShelter } from './queries-evacuation.ts'
import { demandPlace, demandPost, namesFor, stamp, tell, wrong } from './tool.ts'
import { walkInHandlers } from './walk-ins.ts'

const open = handler(openShelter, {
  async load(ctx, { place, contact, lon, lat }) {
    await demandPlace(ctx, place, ['township', 'village', 'grid'])
    if (contact) await demandPost(ctx, contact, 'contact')
    if (((lon ?? null) === null) !== ((lat ?? null) === null)) wrong('lat', 'both_or_none')
  },
  allow: { permission: 'relief.openShelter', where: (_, { id, place }) => ({ place, subject: id }) },
  async handle(ctx, input) {
    const stamped = await stamp(ctx, shelters, input.place)
    const { id, name, address, beds } = input
    const facts = { name, address, beds, lon: input.lon ?? null, lat: input.lat ?? null }
    const contact = input.contact ?? ctx.actor.post
    await addRow(ctx.tx, SHELTER, { id, ...stamped, ...facts, contact, openedAt: stamped.touchedAt })
    tell(ctx, shelters, input)
    const counts = { closedAt: null, inside: 0, coming: 0 }
    const row: ShelterRow = { id, place: input.place, ...facts, contact, openedAt: stamped.touchedAt, ...counts }
    return shownShelter(row, await namesFor(ctx, [contact]), { staff: true, closes: true, takes: true })
  },
})

const close = handler(closeShelter, {
  load: async (ctx, { id }) => (await holdShelter(ctx.tx, id, ctx.now)) ?? refuse('not_found'),
  allow: { permission: 'relief.openShelter', where: ({ place, id }) => ({ place, subject: id }) },
  async handle(ctx, { id, reason }, row) {
    const stamped = await stamp(ctx, shelters, row.place)
    if (row.closedAt) refuse('already')
    if (row.inside + row.coming > 0) refuse('conflict', { inside: row.inside, coming: row.coming })
    await setRow(ctx.tx, SHELTER, id, { ...stamped, closedAt: stamped.touchedAt, whyClosed: reason })
    tell(ctx, shelters, row)
    return { id }
  },
})

export const shelterHandlers = [open, close, ...walkInHandlers]
