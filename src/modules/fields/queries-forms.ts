import { answer, type AskContext } from '#kernel/ask.ts'
import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { smallestGroup } from '#modules/consents/api.ts'
import { organs } from '#modules/people/api.ts'
import { type Form, getForm, listDefinitions, listForms, type Weight } from './contract.ts'
import { showBurden } from './contract-tables.ts'
import { byOrgan, monthOf, rowOf } from './burden.ts'
import { definitions } from './registry.ts'
import { shownForm } from './showing-forms.ts'
import { findForm, type FormHeld, listBurden, listHeldForms } from './store-forms.ts'
import { fewAskedAbout, ofMany, weigh } from './weighing.ts'

const registry = answer(listDefinitions, {
  permission: 'fields.definitions',
  run: async (ctx, { day }) => ({ rows: (await definitions(ctx.platform)).on(day ?? dayOf(ctx.now)) }),
})

const list = answer(listForms, {
  permission: 'fields.forms',
  async run(ctx, input) {
    const index = await organs(ctx.platform)
    const k = await smallestGroup(ctx, ctx.actor.place ?? '')
    return { rows: (await listHeldForms(ctx.tx, input)).map((form) => shownForm(form, index, ofMany(form, k))) }
  },
})

const one = answer(getForm, {
  permission: 'fields.form',
  purpose: 'form_export',
  async run(ctx, { id }) {
    const form = (await findForm(ctx.tx, id)) ?? refuse('not_found')
    const now = await weighedNow(ctx, form)
    ctx.saw(await fewAskedAbout(ctx, form, now), { subject: id, place: form.area, fields: 'figures' })
    return { ...shownForm(form, await organs(ctx.platform)), now }
  },
})

/** Counting a county takes seconds, so those who look at such a form within a minute share one count. */
const LARGE = 20_000
function weighedNow(ctx: AskContext, form: FormHeld): Promise<Weight> {
  const count = () => weigh(ctx, { ...form, id: form.id as Form['id'] })
  if ((form.weight?.subjects ?? 0) < LARGE) return count()
  const { cache } = ctx.platform
  return cache.get(`fields.weight ${form.id} ${Math.floor(ctx.now / 60_000)}`, () => {
    cache.drop(`fields.weight ${form.id}`)
    return count()
  })
}

const burden = answer(showBurden, {
  permission: 'fields.burden',
  async run(ctx, { place, organ, month = dayOf(ctx.now).slice(0, 7) }) {
    const span = monthOf(month, dayOf(ctx.now))
    const index = await organs(ctx.platform)
    const rows = (await listBurden(ctx.tx, { place, organ, ...span })).map((form) => rowOf(form, span, month, index))
    return { month, rows, organs: byOrgan(rows) }
  },
})

export const formAnswers = [registry, list, one, burden]
