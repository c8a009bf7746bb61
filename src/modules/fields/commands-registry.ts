import { dayOf, DAY_MS, startOfDay } from '#kernel/clock.ts'
import { type Problem, refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { PURPOSES } from '#modules/consents/messages.ts'
import { placeTree } from '#modules/places/api.ts'
import { type Definition, defineField, definitionsChanged, endField } from './contract.ts'
import { isCore } from './core.ts'
import { neverCollected } from './never.ts'
import { definitions } from './registry.ts'
import { kindOf } from './rules.ts'
import { closeDefinition, insertDefinitions } from './store.ts'

/** What the platform may hold is decided for the whole city. */
const wholeCity = async (ctx: CommandContext): Promise<string> =>
  (await placeTree(ctx.platform)).all().find(({ level }) => level === 'city')?.code ?? refuse('internal')

const CONSENT = new Set(PURPOSES.filter(({ basis }) => basis === 'consent').map(({ key }) => key))
const KNOWN = new Set(PURPOSES.map(({ key }) => key))

type Given = Omit<Definition, 'version' | 'until' | 'core'>
/** What is wrong with a definition, by its field; empty when nothing is. */
export function wrongWith(given: Given): Problem[] {
  const problems: Problem[] = []
  const say = (path: string, problem: string): void => void problems.push({ path, problem })
  if (neverCollected(given)) say('key', 'never_collected')
  if (isCore(given.key)) say('key', 'kept_elsewhere')
  if (kindOf(given.key) !== given.subject) say('subject', 'other_subject')
  const chosen = given.type === 'choice' || given.type === 'choices'
  if (chosen !== given.choices.length > 1) say('choices', chosen ? 'too_few' : 'not_a_choice')
  given.purposes.forEach((key, i) => KNOWN.has(key) || say(`purposes.${i}`, 'unknown_purpose'))
  // Sensitive data rest on separate consent (PIPL art. 29), so every purpose of them must.
  if (given.sensitivity === 'S3' && !given.purposes.every((key) => CONSENT.has(key))) say('purposes', 'needs_consent')
  return problems
}

const define = handler(defineField, {
  load: wholeCity,
  allow: { permission: 'fields.define', where: (place) => ({ place }) },
  async handle(ctx, input) {
    const problems = wrongWith(input)
    if (input.from < dayOf(ctx.now)) problems.push({ path: 'from', problem: 'in_the_past' })
    if (problems.length > 0) refuse('invalid', { problems })
    const before = (await definitions(ctx.platform)).history(input.key).toSorted((a, b) => b.version - a.version)[0]
    if (before && before.type !== input.type) refuse('invalid', { problems: [{ path: 'type', problem: 'other_type' }] })
    if (before && before.from >= input.from) refuse('conflict', { from: before.from })
    const until = dayOf(startOfDay(input.from) - DAY_MS)
    if (before && (before.until === null || before.until > until))
      await closeDefinition(ctx.tx, input.key, before.version, until)
    const made = { ...input, version: (before?.version ?? 0) + 1, until: null }
    await insertDefinitions(ctx.tx, [made], ctx.now)
    ctx.emit(definitionsChanged, input.key, null, { key: input.key })
    return { ...made, core: false }
  },
})

const end = handler(endField, {
  async load(ctx, { key }) {
    const definition = (await definitions(ctx.platform)).get(key) ?? refuse('not_found')
    return { definition, place: await wholeCity(ctx) }
  },
  allow: { permission: 'fields.endField', where: ({ place }) => ({ place }) },
  async handle(ctx, { key, until }, { definition }) {
    if (definition.core) refuse('invalid', { problems: [{ path: 'key', problem: 'kept_elsewhere' }] })
    if (definition.until !== null) refuse('already', { until: definition.until })
    if (until < dayOf(ctx.now)) refuse('invalid', { problems: [{ path: 'until', problem: 'in_the_past' }] })
    await closeDefinition(ctx.tx, key, definition.version, until)
    ctx.emit(definitionsChanged, key, null, { key })
    return { ...definition, until }
  },
})

export const registryHandlers = [define, end]
