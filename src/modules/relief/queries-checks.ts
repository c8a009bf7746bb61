import { answer } from '#kernel/ask.ts'
import { millis } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { organs } from '#modules/people/api.ts'
import { checkLines, checkProgress, endedChecks, LINE_STATES, listChecks } from './contract-checks.ts'
import { showPeople } from './shown.ts'
import { countLeft, countStates, ofList } from './store.ts'
import { checksAround, endedIn, findCheck, LINE, linesIn } from './store-checks.ts'
import { lengthBelow, may, namesFor, progressOf } from './tool.ts'

const MOST = 200

const list = answer(listChecks, {
  permission: 'relief.answerLine',
  async run(ctx, input) {
    const place = input.place ?? ctx.actor.place ?? ''
    const rows = (await checksAround(ctx.tx, place, MOST)).filter(
      ({ closed, until }) => !closed && millis(until) > ctx.now,
    )
    const ids = rows.map(({ id }) => id)
    const counts = await countLeft(ctx.tx, LINE, 'check_id', { ids, scope: ctx.scope, place })
    const counted = new Map(counts.map((one) => [one.id, one]))
    const held = await organs(ctx.platform)
    const names = await namesFor(
      ctx,
      rows.map(({ by }) => by),
    )
    return {
      rows: rows.map(({ by, closed: _closed, ...row }) => ({
        ...row,
        id: row.id as never,
        placeName: names.placeName(row.place),
        source: held.get(row.source)?.name.zh ?? '',
        by: names.by(by),
        lines: counted.get(row.id)?.total ?? 0,
        left: counted.get(row.id)?.left ?? 0,
        can: may(ctx, 'relief.startCheck', row) ? (['add', 'close'] as ('add' | 'close')[]) : [],
      })),
    }
  },
})

const lines = answer(checkLines, {
  permission: 'relief.answerLine',
  purpose: 'targeted_check',
  async run(ctx, { check, place = '', limit, cursor, left }) {
    const after = readCursor(cursor, 2)
    const found = await linesIn(ctx.tx, { check, scope: ctx.scope, place, limit: limit + 1, after, left })
    const { rows, next } = pageOf(found, limit, (row) => [row.place, row.id])
    const people = await showPeople(
      ctx,
      rows.map(({ person }) => person),
      { subject: check, fields: 'targeted_check' },
    )
    const names = await namesFor(ctx, [])
    const open = (await findCheck(ctx.tx, check))?.closed === false
    return {
      rows: rows.map(({ person, check: _check, listedAt: _listedAt, ...row }) => ({
        ...row,
        id: row.id as never,
        person: people(person),
        placeName: names.placeName(row.place),
        can: open && may(ctx, 'relief.answerLine', row) ? ['answer' as const] : [],
      })),
      next,
    }
  },
})

const progress = answer(checkProgress, {
  permission: 'relief.answerLine',
  async run(ctx, { check, place: wanted }) {
    const place = wanted ?? ctx.actor.place ?? ''
    const range = { scope: ctx.scope, place, length: lengthBelow(place) }
    const counted = await countStates(ctx.tx, LINE, range, ofList(ctx.tx, 'check_id', check))
    return { rows: progressOf(counted, LINE_STATES, (await namesFor(ctx, [])).placeName) }
  },
})

const ended = answer(endedChecks, {
  permission: 'relief.endedChecks',
  async run(ctx, { place = '' }) {
    const held = await organs(ctx.platform)
    const { placeName } = await namesFor(ctx, [])
    return {
      rows: (await endedIn(ctx.tx, place, MOST)).map((row) => ({
        ...row,
        id: row.id as never,
        placeName: placeName(row.place),
        source: held.get(row.source)?.name.zh ?? '',
      })),
    }
  },
})

export const checkAnswers = [list, lines, progress, ended]
