import { answer, type AskContext } from '#kernel/ask.ts'
import { millis } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { shownCount, smallestGroup } from '#modules/consents/api.ts'
import { organs } from '#modules/people/api.ts'
import { checkLines, checkProgress, type CheckView, endedChecks, LINE_STATES, listChecks } from './contract-checks.ts'
import { seeFewNamed } from './few.ts'
import { showPeople } from './shown.ts'
import { countLeft, countStates } from './store.ts'
import {
  type CheckRow,
  checksAround,
  countDisputed,
  countWaiting,
  endedIn,
  findCheck,
  type Going,
  going,
  LINE,
  type LineRow,
  linesIn,
  linesOf,
} from './store-checks.ts'
import { asFarAs, lengthBelow, may, namesFor, progressOf } from './tool.ts'

const MOST = 200
const GRID_LENGTH = 15

/** Lines that nobody has signed for are shown to whoever may lay or sign a list there, and to nobody else. */
const seesWaiting = (ctx: AskContext, check: Pick<CheckRow, 'place'> | undefined): boolean =>
  check !== undefined && (may(ctx, 'relief.startCheck', check) || may(ctx, 'relief.signCheck', check))
const goingOf = (ctx: AskContext, check: CheckRow | undefined, waiting: boolean | undefined): Going => {
  if (!seesWaiting(ctx, check)) return 'out'
  return waiting ? 'waiting' : 'all'
}

const list = answer(listChecks, {
  permission: 'relief.answerLine',
  async run(ctx, input) {
    const place = asFarAs(ctx, input.place)
    if (place === undefined) return { rows: [] }
    const rows = (await checksAround(ctx.tx, place, MOST)).filter(
      (row) => !row.closed && millis(row.until) > ctx.now && (row.signedAt !== null || seesWaiting(ctx, row)),
    )
    const ids = rows.map(({ id }) => id)
    const range = { ids, scope: ctx.scope, place }
    const counts = await countLeft(ctx.tx, LINE, 'check_id', range, going(ctx.tx, 'out'))
    const counted = new Map(counts.map((one) => [one.id, one]))
    const waits = new Map((await countWaiting(ctx.tx, { ...range, me: ctx.actor.person })).map((one) => [one.id, one]))
    const held = await organs(ctx.platform)
    const names = await namesFor(
      ctx,
      rows.flatMap(({ by, signedBy }) => [by, signedBy]),
    )
    return {
      rows: rows.map(({ by, closed: _closed, signedBy, signedAt, ...row }) => ({
        ...row,
        id: row.id as never,
        placeName: names.placeName(row.place),
        source: held.get(row.source)?.name.zh ?? '',
        by: names.by(by),
        lines: counted.get(row.id)?.total ?? 0,
        left: counted.get(row.id)?.left ?? 0,
        waiting: seesWaiting(ctx, row) ? (waits.get(row.id)?.rows ?? 0) : 0,
        mine: waits.get(row.id)?.mine ?? false,
        signed: signedAt ? { by: names.by(signedBy), at: signedAt } : null,
        can: actsOn(ctx, row, waits.get(row.id)),
      })),
    }
  },
})

type Decidable = Pick<LineRow, 'place' | 'disputed' | 'disputeAnswer'>
const toDo = (ctx: AskContext, row: Decidable, check: Pick<CheckRow, 'place'>): ('answer' | 'decide')[] => [
  ...(may(ctx, 'relief.answerLine', row) ? (['answer'] as const) : []),
  ...(row.disputed && row.disputeAnswer === null && may(ctx, 'relief.answerDispute', check)
    ? (['decide'] as const)
    : []),
]

type Act = CheckView['can'][number]
function actsOn(ctx: AskContext, row: Pick<CheckRow, 'place'>, waits: { mine: boolean } | undefined): Act[] {
  const lays: Act[] = may(ctx, 'relief.startCheck', row) ? ['add', 'close'] : []
  return waits && !waits.mine && may(ctx, 'relief.signCheck', row) ? [...lays, 'sign'] : lays
}

const lines = answer(checkLines, {
  permission: 'relief.answerLine',
  purpose: 'targeted_check',
  async run(ctx, { check, place = '', limit, cursor, waiting, ...only }) {
    const after = readCursor(cursor, 2)
    const of = await findCheck(ctx.tx, check)
    const range = { check, scope: ctx.scope, place, limit: limit + 1, after, ...only }
    const found = await linesIn(ctx.tx, { ...range, going: goingOf(ctx, of, waiting) })
    const { rows, next } = pageOf(found, limit, (row) => [row.place, row.id])
    const people = await showPeople(
      ctx,
      rows.map(({ person }) => person),
      { subject: check, fields: 'targeted_check' },
    )
    const names = await namesFor(ctx, [])
    const open = of?.closed === false && millis(of.until) > ctx.now
    return {
      rows: rows.map(({ person, check: _check, listedAt: _listedAt, ...row }) => ({
        ...row,
        id: row.id as never,
        person: people(person),
        placeName: names.placeName(row.place),
        can: open && row.out ? toDo(ctx, row, of) : [],
      })),
      next,
    }
  },
})

const progress = answer(checkProgress, {
  permission: 'relief.answerLine',
  purpose: 'targeted_check',
  async run(ctx, { check, place: wanted, waiting, grids }) {
    const place = wanted ?? ctx.actor.place ?? ''
    const range = { scope: ctx.scope, place, length: grids ? GRID_LENGTH : lengthBelow(place) }
    const which = waiting && seesWaiting(ctx, await findCheck(ctx.tx, check)) ? 'waiting' : 'out'
    const more = linesOf(ctx.tx, check, which)
    const counted = await countStates(ctx.tx, LINE, range, more)
    await seeFewNamed(ctx, LINE, range, { fields: 'targeted_check', subject: check, more })
    return {
      rows: progressOf(counted, LINE_STATES, (await namesFor(ctx, [])).placeName),
      disputed: await countDisputed(ctx.tx, check, range),
    }
  },
})

const ended = answer(endedChecks, {
  permission: 'relief.endedChecks',
  async run(ctx, { place = '' }) {
    const held = await organs(ctx.platform)
    const { placeName } = await namesFor(ctx, [])
    const k = await smallestGroup(ctx, place)
    return {
      rows: (await endedIn(ctx.tx, place, MOST)).map((row) => ({
        ...row,
        rows: shownCount(row.rows, k),
        id: row.id as never,
        placeName: placeName(row.place),
        source: held.get(row.source)?.name.zh ?? '',
      })),
    }
  },
})

export const checkAnswers = [list, lines, progress, ended]
