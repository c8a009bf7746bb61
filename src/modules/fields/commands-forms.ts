import { DAY_MS, dayOf, instant } from '#kernel/clock.ts'
import { type Problem, refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { organs } from '#modules/people/api.ts'
import { placeTree } from '#modules/places/api.ts'
import { fieldsOf, RELATED } from './asked.ts'
import { draftForm, endForm, type Form, publishForm } from './contract.ts'
import { definitions, type Registry } from './registry.ts'
import { kindOf } from './rules.ts'
import { shownForm } from './showing-forms.ts'
import { closeForm, type FormHeld, insertForm, lockForm, openForm } from './store-forms.ts'
import { fewAskedAbout, weigh } from './weighing.ts'

type Asked = Pick<Form, 'subject' | 'purpose' | 'layout'>
/** Every column that may not be asked in this form, with the reason. */
function wrongWith({ subject, purpose, layout }: Asked, registry: Registry, role: string): Problem[] {
  return layout.columns.flatMap(({ from }, i): Problem[] => {
    if (!from.includes('.')) return []
    const definition = registry.get(from)
    const problem = !definition
      ? 'not_registered'
      : !RELATED[subject].includes(kindOf(from))
        ? 'other_subject'
        : // Sensitive data are asked at the door with consent, never for a table.
          definition.sensitivity === 'S3'
          ? 'sensitive'
          : !definition.purposes.includes(purpose)
            ? 'other_purpose'
            : role !== 'system' && !definition.readers.includes(role)
              ? 'not_a_reader'
              : undefined
    return problem ? [{ path: `layout.columns.${i}.from`, problem }] : []
  })
}

const draft = handler(draftForm, {
  async load(ctx, { organ, area }) {
    if (!(await placeTree(ctx.platform)).get(area))
      refuse('not_found', { problems: [{ path: 'area', problem: 'unknown_place' }] })
    const asking = (await organs(ctx.platform)).get(organ)
    return asking ?? refuse('not_found', { problems: [{ path: 'organ', problem: 'unknown_organ' }] })
  },
  allow: {
    permission: 'fields.draft',
    where: (organ, { id, area }) => ({ place: area, organ: organ.id, subject: id }),
  },
  async handle(ctx, input, organ) {
    demandOwnOffice(ctx, organ)
    const problems = wrongWith(input, await definitions(ctx.platform), ctx.actor.role)
    const fields = fieldsOf(input.layout)
    if (fields.length === 0) problems.push({ path: 'layout.columns', problem: 'asks_nothing' })
    if (input.until < dayOf(ctx.now)) problems.push({ path: 'until', problem: 'in_the_past' })
    if (problems.length > 0) refuse('invalid', { problems })
    const { name, ...rest } = input
    const made: FormHeld = {
      ...rest,
      zh: name.zh,
      en: name.en ?? null,
      fields,
      state: 'draft',
      madeAt: instant(ctx.now),
      publishedAt: null,
      weight: null,
    }
    await insertForm(ctx.tx, made, ctx.actor.post)
    const weight = await weigh(ctx, shownId(made))
    ctx.concerns(...(await fewAskedAbout(ctx, shownId(made), weight)))
    return shownForm(made, await organs(ctx.platform), weight)
  },
})

/** Nobody asks, or ends asking, in the name of an office above his own. */
function demandOwnOffice({ actor }: CommandContext, organ: { id: string; place: string } | undefined): void {
  const own = organ && (actor.place === null || organ.place.startsWith(actor.place) || actor.organ === organ.id)
  if (!own) refuse('forbidden')
}

const shownId = (form: FormHeld): FormHeld & { id: Form['id'] } => ({ ...form, id: form.id as Form['id'] })
const load = async (ctx: CommandContext, { id }: { id: string }): Promise<FormHeld> =>
  (await lockForm(ctx.tx, id)) ?? refuse('not_found')
const where = ({ area, organ, id }: FormHeld) => ({ place: area, organ, subject: id })

const publish = handler(publishForm, {
  load,
  allow: { permission: 'fields.publish', where },
  async handle(ctx, { id }, form) {
    demandOwnOffice(ctx, (await organs(ctx.platform)).get(form.organ))
    if (form.state !== 'draft') refuse('already', { state: form.state })
    const weight = await weigh(ctx, shownId(form))
    // Nobody is asked for what is there: the answer is the table itself.
    if (weight.cost === 0 && weight.asked > 0)
      refuse('already_held', { asked: weight.asked, held: weight.held, fresh: weight.fresh, take: 'fields.export', id })
    ctx.concerns(...(await fewAskedAbout(ctx, shownId(form), weight)))
    await openForm(ctx.tx, id, weight, ctx.now)
    return shownForm({ ...form, state: 'open', publishedAt: instant(ctx.now), weight }, await organs(ctx.platform))
  },
})

const end = handler(endForm, {
  load,
  allow: { permission: 'fields.end', where },
  async handle(ctx, { id, reason }, form) {
    demandOwnOffice(ctx, (await organs(ctx.platform)).get(form.organ))
    if (form.state === 'ended') refuse('already')
    const until = dayOf(ctx.now - (form.state === 'draft' ? DAY_MS : 0))
    await closeForm(ctx.tx, id, reason, until)
    const last = form.until !== null && form.until < until ? form.until : until
    return shownForm({ ...form, state: 'ended', until: last }, await organs(ctx.platform))
  },
})

export const formHandlers = [draft, publish, end]
