import { statutoryCalendar } from '#kernel/calendar.ts'
import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Duty } from '#modules/duties/contract.ts'
import { findOrAddResident } from '#modules/people/api.ts'
import { locator, toWgs84 } from '#modules/places/api.ts'
import { levelOf } from '#modules/places/contract.ts'
import type { InputOf, OutputOf } from '#kernel/contract.ts'
import { reportCase } from './contract.ts'
import { advance, begin, type Step } from './course.ts'
import { announce, authorOf, BY_RULE } from './moving.ts'
import { cityOf, type City, type Desk, deskName, routeNew } from './routing.ts'
import { caseNumber } from './rules.ts'
import { BLOCK, type Facts, hashOf, insertCase, nextNumberBlock } from './store.ts'
import { attachFiles } from './store-parts.ts'
import type { Tx } from '#kernel/tx.ts'

type Report = InputOf<typeof reportCase>
/** Channels behind which a resident stands who can confirm. */
const CONFIRMABLE = ['town', 'phone', 'paper', 'tuesday', 'hotline', 'firm']
/** Farther than this from every grid a position is not in the city. */
const FARTHEST_M = 5000
/** Something whose kind nobody could tell goes to general requests and suggestions. */
const UNKNOWN_KIND = '09-01'

export const report = handler(reportCase, {
  load: (ctx) => cityOf(ctx.platform),
  allow: { permission: 'cases.report', where: (_city, input) => ({ subject: input.id }) },
  purpose: 'case_handling',
  handle: async (ctx, input) => fileReport(ctx, input, await reporterOf(ctx, input)),
})

/**
 * Files a report in the caller's command, which has seen to it that the actor may; with a reporter who is known as a person,
 * that person confirms it in the end, whatever the channel.
 */
export async function fileReport(
  ctx: CommandContext,
  input: Report,
  reporter: string | null,
): Promise<OutputOf<typeof reportCase>> {
  const city = await cityOf(ctx.platform)
  const duty = dutyFor(city, input)
  const spot = await spotOf(ctx, city, input)
  const facts = factsOf(ctx, input, { duty, spot, reporter, number: await numberFor(ctx) })
  const desk = routeNew(city, duty, spot.place)
  await enter(ctx, facts, { duty, desk, files: input.files, capturedAt: input.capturedAt })
  ctx.concerns(reporter)
  return {
    id: input.id,
    number: facts.number,
    kindName: duty.name,
    placeName: city.tree.shortName(spot.place),
    desk: deskName(city, desk),
    insideGrid: spot.inside,
  }
}

function dutyFor(city: City, input: Report): Duty {
  const code = input.kind ?? city.duties.suggest(`${input.title ?? ''} ${input.description}`)[0] ?? UNKNOWN_KIND
  return city.duties.get(code) ?? refuse('invalid', { problems: [{ path: 'kind', problem: 'unknown_kind' }] })
}

type Spot = { place: string; inside: boolean; lon: number | null; lat: number | null }

/** The grid: by position, else by the place named; a village stands for itself until somebody goes there. */
async function spotOf(ctx: CommandContext, city: City, input: Report): Promise<Spot> {
  if (input.position) {
    const { lon, lat } = toWgs84(input.position)
    const found = (await locator(ctx.platform)).at(lon, lat)
    if (!found.inside && found.metres > FARTHEST_M) refuse('outside_area', { metres: Math.round(found.metres) })
    return { place: found.code, inside: found.inside, lon, lat }
  }
  const said = input.place ?? refuse('invalid', { problems: [{ path: 'place', problem: 'place_or_position' }] })
  // A phone that was away while villages merged still says the old one.
  const place = city.tree.successor(said) ?? said
  const known = city.tree.get(place) ?? refuse('invalid', { problems: [{ path: 'place', problem: 'unknown_place' }] })
  if (!['village', 'grid', 'microgrid'].includes(levelOf(place)))
    refuse('invalid', { problems: [{ path: 'place', problem: 'village_or_grid' }] })
  return { place, inside: true, lon: known.lon, lat: known.lat }
}

/** A signed-in resident reports for himself; staff report for a caller or as finders; a stranger may leave a phone number. */
async function reporterOf(ctx: CommandContext, input: Report): Promise<string | null> {
  if (ctx.actor.kind === 'resident') return ctx.actor.person
  const phone = input.reporter?.phone
  return phone ? findOrAddResident(ctx.tx, { phone, name: input.reporter?.name ?? null, now: ctx.now }) : null
}

/** Channels of staff who speak with somebody: a reporter who is known has the last word there too. */
const isToldAtDoor = (input: Report, reporter: string | null): boolean => input.channel === 'field' && reporter !== null

type Found = { duty: Duty; spot: Spot; reporter: string | null; number: string }

function factsOf(ctx: CommandContext, input: Report, { duty, spot, reporter, number }: Found): Facts {
  return {
    id: input.id,
    town: spot.place.slice(0, 9),
    number,
    token: hashOf(input.secret),
    kind: duty.code,
    class: duty.class,
    dutyVersion: duty.version,
    title: input.title || input.description.split(/[\n。！？!?]/)[0]?.slice(0, 40) || duty.name.zh,
    description: input.description,
    address: input.address ?? null,
    channel: ctx.actor.kind === 'staff' ? input.channel : 'town',
    confirmable:
      CONFIRMABLE.includes(ctx.actor.kind === 'staff' ? input.channel : 'town') || isToldAtDoor(input, reporter),
    urgent: duty.urgent,
    restricted: duty.restricted,
    reporter,
    reporterName: ctx.actor.kind === 'resident' ? null : (input.reporter?.name ?? null),
    place: spot.place,
    insideGrid: spot.inside,
    lon: spot.lon,
    lat: spot.lat,
    accuracyM: input.position?.accuracyM ?? null,
    crs: input.position?.crs ?? 'wgs84',
  }
}

type Entering = { duty: Duty; desk: Desk; files: readonly string[]; capturedAt: string | null | undefined }

/** First steps: received where the duty list says, and assigned at once where it names somebody. */
async function enter(ctx: CommandContext, facts: Facts, { duty, desk, files, capturedAt }: Entering): Promise<void> {
  const still = { reason: null, note: null, answer: null }
  const first: Step = {
    no: 1,
    at: ctx.now,
    action: 'report',
    level: desk.level,
    desk: desk.desk,
    organ: null,
    assignee: null,
    ...authorOf(ctx),
    ...still,
    facts: {
      limits: {
        unit: duty.urgent ? 'natural' : 'work',
        accept: duty.acceptHours,
        handle: duty.handleHours,
        verify: duty.verifyHours,
        calendar: statutoryCalendar.version,
      },
      ...(files.length > 0 ? { files: [...files] } : {}),
      ...(capturedAt ? { capturedAt } : {}),
    },
  }
  const received = begin(first)
  const second: Step = { no: 2, at: ctx.now, action: 'assign', ...desk, ...BY_RULE, ...still, facts: {} }
  const assigned = desk.assignee || desk.organ ? advance(received, second, statutoryCalendar) : undefined
  const steps = assigned ? [first, second] : [first]
  const states = assigned ? [received.state, assigned.state] : [received.state]
  insertCase(ctx.tx, facts, { steps, states, course: assigned ?? received })
  await attachFiles(ctx.tx, facts, { step: 1, ids: files, shown: true, by: ctx.sending.behalf ?? ctx.actor.person })
  announce(ctx, facts, steps, states)
}

type Numbers = { next: number; end: number }
const blocks = new WeakMap<Platform, Numbers>()

/** Numbers of a block that a crash loses are never given again; gaps mean nothing. */
async function numberFor(ctx: CommandContext): Promise<string> {
  const block = blocks.get(ctx.platform) ?? { next: 0, end: 0 }
  blocks.set(ctx.platform, block)
  if (block.next >= block.end) await refill(block, ctx.tx)
  return caseNumber(Number(dayOf(ctx.now).slice(0, 4)), block.next++)
}

async function refill(block: Numbers, tx: Tx): Promise<void> {
  const start = await nextNumberBlock(tx)
  block.next = start
  block.end = start + BLOCK
}
