import { answer } from '#kernel/ask.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { maskName } from '#modules/people/api.ts'
import { DOOR_STATES, type DoorView, listSweeps, sweepDoors, sweepProgress } from './contract-sweeps.ts'
import { seeFewBehind } from './few.ts'
import { countLeft, countStates, ofList } from './store.ts'
import { readPeople } from './store-people.ts'
import { countHelp, DOOR, doorsIn, type DoorRow, findSweep, sweepsAround } from './store-sweeps.ts'
import { asFarAs, lengthBelow, may, namesFor, progressOf } from './tool.ts'

const MOST = 200

const list = answer(listSweeps, {
  permission: 'relief.knock',
  async run(ctx, input) {
    const place = asFarAs(ctx, input.place)
    if (place === undefined) return { rows: [] }
    const rows = await sweepsAround(ctx.tx, place, MOST)
    const ids = rows.map(({ id }) => id)
    const counted = new Map(
      (await countLeft(ctx.tx, DOOR, 'sweep', { ids, scope: ctx.scope, place })).map((one) => [one.id, one]),
    )
    const helps = await countHelp(ctx.tx, { ids, scope: ctx.scope, place, length: 0 })
    const names = await namesFor(
      ctx,
      rows.map(({ by }) => by),
    )
    return {
      rows: rows.map(({ by, ...row }) => ({
        ...row,
        id: row.id as never,
        placeName: names.placeName(row.place),
        by: names.by(by),
        doors: counted.get(row.id)?.total ?? 0,
        left: counted.get(row.id)?.left ?? 0,
        help: helps.find(({ id }) => id === row.id)?.rows ?? 0,
        can: !row.closedAt && may(ctx, 'relief.startSweep', row) ? ['close' as const] : [],
      })),
    }
  },
})

const doors = answer(sweepDoors, {
  permission: 'relief.knock',
  purpose: 'relief_work',
  async run(ctx, { sweep, place = '', limit, cursor, ...only }) {
    const after = readCursor(cursor, 2)
    const found = await doorsIn(ctx.tx, { sweep, scope: ctx.scope, place, limit: limit + 1, after, ...only })
    const { rows, next } = pageOf(found, limit, (row) => [row.place, row.id])
    const heads = rows.flatMap(({ head }) => head ?? [])
    const people = new Map((await readPeople(ctx.tx, heads)).map(({ id, name }) => [id, name]))
    ctx.saw(heads, { subject: sweep, fields: 'door' })
    const names = await namesFor(
      ctx,
      rows.map(({ helpedBy }) => helpedBy),
    )
    const open = (await findSweep(ctx.tx, sweep))?.closedAt === null
    const shown = ({
      head,
      sweep: _sweep,
      listedAt: _listedAt,
      helped,
      helpedAt,
      helpedBy,
      ...row
    }: DoorRow): DoorView => ({
      ...row,
      helped: helped === null || helpedAt === null ? null : { what: helped, at: helpedAt, by: names.by(helpedBy) },
      id: row.id as never,
      household: row.household as never,
      placeName: names.placeName(row.place),
      headName: head ? maskName(people.get(head) ?? '') : null,
      can: may(ctx, 'relief.knock', row)
        ? [...(open ? ['knock' as const] : []), ...(row.help.length > 0 && helped === null ? ['help' as const] : [])]
        : [],
    })
    return { rows: rows.map(shown), next }
  },
})

const progress = answer(sweepProgress, {
  permission: 'relief.knock',
  purpose: 'relief_work',
  async run(ctx, { sweep, place: wanted }) {
    const place = wanted ?? ctx.actor.place ?? ''
    const range = { scope: ctx.scope, place, length: lengthBelow(place) }
    const counted = await countStates(ctx.tx, DOOR, range, ofList(ctx.tx, 'sweep', sweep))
    const helps = await countHelp(ctx.tx, { ids: [sweep], ...range })
    const rows = progressOf(counted, DOOR_STATES, (await namesFor(ctx, [])).placeName)
    await seeFewBehind(ctx, rows, { place, subject: sweep })
    return { rows: rows.map((row) => ({ ...row, help: helps.find((one) => one.place === row.place)?.rows ?? 0 })) }
  },
})

export const sweepAnswers = [list, doors, progress]
