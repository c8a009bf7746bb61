import { reachesOf, scopeOf } from '#kernel/authorise.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import type { Command, InputOf } from '#kernel/contract.ts'
import { ancestorAt, type Level, levelOf } from '#modules/places/contract.ts'
import { type CaseRow } from './contract.ts'
import { assignCase, climbCase, handDownCase, sendBackCase, skipCase } from './contract-acts.ts'
import { returnsAllowed } from './levers.ts'
import type { Action } from './lifecycle.ts'
import { BY_RULE, move, type NewStep } from './moving.ts'
import { cityOf, type City, type Desk, routeAt } from './routing.ts'
import { isAbove, isOnPath, levelAbove, levelsBetween, returnLevel, standsRight } from './rules.ts'
import { type Case, lockCase } from './store.ts'
import { rowOf, viewer } from './present.ts'

export type Loaded = { city: City; found: Case }

export async function loadCase(ctx: CommandContext, input: { id: string }): Promise<Loaded> {
  const [city, found] = [await cityOf(ctx.platform), await lockCase(ctx.tx, input.id)]
  return { city, found: found ?? refuse('not_found') }
}

export const whereOf = ({ found }: Loaded) => ({
  place: found.place,
  organ: found.course.organ,
  post: found.course.assignee,
  person: found.reporter,
  token: found.token,
  subject: found.id,
})

/** A command of the desk that has the case: the permission by the grants, the standing by the rules. */
export function deskCommand<C extends Command>(
  contract: C,
  action: Action,
  steps: (ctx: CommandContext, input: InputOf<C>, loaded: Loaded) => Promise<NewStep[]> | NewStep[],
) {
  return handler(contract as Command, {
    load: (ctx, input) => loadCase(ctx, input as { id: string }),
    allow: { permission: `cases.${action}`, where: whereOf },
    purpose: 'case_handling',
    async handle(ctx, input, loaded) {
      stand(ctx, loaded.found, action)
      const moved = await move(ctx, loaded.found, await steps(ctx, input as InputOf<C>, loaded))
      return shown(ctx, loaded.city, moved)
    },
  })
}

export function stand(ctx: CommandContext, c: Case, action: Action): void {
  const held = { ...c.course, place: c.place }
  if (standsRight(ctx.actor, held, action)) return
  const second = action === 'verify' || action === 'rework'
  refuse(second && ctx.actor.person === c.course.handler ? 'same_person' : 'forbidden', { because: 'other_desk' })
}

/** The row as its actor sees it afterwards; what may be done next depends on the grants of the platform. */
export function shown(ctx: CommandContext, city: City, c: Case): CaseRow {
  const reach = (permission: string) => {
    const reaches = reachesOf(ctx.platform.slices.grants, permission, ctx.actor)
    return reaches.length > 0 ? scopeOf(ctx.actor, reaches) : undefined
  }
  return rowOf(city, viewer(ctx.actor, ctx.now, reach), c)
}

export const assign = deskCommand(assignCase, 'assign', (_ctx, input, { city, found }) => {
  const target = targetOf(city, found, input)
  return [{ action: 'assign', ...target, note: input.note || null }]
})

/** A post at the desk or below it on the case's path, or an organ of the desk's place. */
function targetOf(city: City, c: Case, input: InputOf<typeof assignCase>): Desk {
  if (input.organ) {
    const organ = city.organs.get(input.organ) ?? refuse('not_found', { organ: input.organ })
    if (!isOnPath(c.place, organ.place))
      refuse('invalid', { problems: [{ path: 'organ', problem: 'not_of_this_place' }] })
    return { level: levelOf(organ.place), desk: organ.place, organ: organ.id, assignee: null }
  }
  const holder =
    (input.post ? city.roster.get(input.post) : undefined) ??
    refuse('invalid', { problems: [{ path: 'post', problem: 'post_or_organ' }] })
  if (!isOnPath(c.place, holder.place))
    refuse('invalid', { problems: [{ path: 'post', problem: 'not_of_this_place' }] })
  const department = holder.role === 'department_officer' ? holder.organ : null
  return { level: levelOf(holder.place), desk: holder.place, organ: department, assignee: holder.post }
}

export const sendBack = deskCommand(sendBackCase, 'sendBack', async (ctx, input, { found }) => {
  if (found.course.bounced >= (await ctx.lever(returnsAllowed, found.place)))
    refuse('bounced_twice', { times: found.course.bounced })
  const level = returnLevel(found.course.level)
  return [
    {
      action: 'sendBack',
      level,
      desk: ancestorAt(found.place, level),
      organ: null,
      assignee: null,
      reason: input.reason,
      note: input.note,
    },
  ]
})

export const climb = deskCommand(climbCase, 'climb', (_ctx, input, loaded) => {
  const level = levelAbove(loaded.found.course.level) ?? refuse('top_of_tree')
  return upTo(loaded, level, { action: 'climb', reason: input.reason, cc: [] })
})

export const skip = deskCommand(skipCase, 'skip', (_ctx, input, loaded) => {
  const { level: from } = loaded.found.course
  if (!isAbove(input.level, from)) refuse('invalid', { problems: [{ path: 'level', problem: 'not_above' }] })
  // Levels passed over are told, so that nobody learns of it from outside.
  const cc = levelsBetween(from, input.level).map((level) => ancestorAt(loaded.found.place, level))
  return upTo(loaded, input.level, { action: 'skip', reason: input.reason, cc })
})

type Rising = { action: 'climb' | 'skip'; reason: string; cc: string[] }

function upTo({ city, found }: Loaded, level: Level, { action, reason, cc }: Rising): NewStep[] {
  const duty = city.duties.get(found.kind)
  if (duty && isAbove(level, duty.stopLevel)) refuse('stop_level', { level: duty.stopLevel })
  const desk = routeAt(city, duty ?? { line: '' }, found.place, level)
  const up: NewStep = {
    action,
    level,
    desk: desk.desk,
    organ: null,
    assignee: null,
    reason,
    facts: cc.length > 0 ? { cc } : {},
  }
  return withRoute(up, desk)
}

/** Where the duty list or the roster names somebody, the case does not wait to be assigned by hand. */
const withRoute = (step: NewStep, desk: Desk): NewStep[] =>
  desk.assignee || desk.organ ? [step, { action: 'assign', ...desk, ...BY_RULE }] : [step]

export const handDown = deskCommand(handDownCase, 'handDown', (_ctx, input, { city, found }) => {
  if (!isOnPath(found.place, input.to) || input.to.length <= found.course.desk.length)
    refuse('invalid', { problems: [{ path: 'to', problem: 'not_below' }] })
  const desk = routeAt(city, city.duties.get(found.kind) ?? { line: '' }, found.place, levelOf(input.to))
  return withRoute(
    { action: 'handDown', level: desk.level, desk: desk.desk, organ: null, assignee: null, reason: input.reason },
    desk,
  )
})
