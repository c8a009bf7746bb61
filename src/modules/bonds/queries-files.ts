import { answer, type AskContext } from '#kernel/ask.ts'
import { subtree } from '#kernel/authorise.ts'
import { millis } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { placeTree, type Tree } from '#modules/places/api.ts'
import type { z } from 'zod'
import { type FileRow, getFile, listFiles, listRotations } from './contract-rotation.ts'
import { findFile, readFiles, readLines, readRotations, type StoredFile } from './store-files.ts'
import { inRange } from './store-doors.ts'

type Row = z.infer<typeof FileRow>
const shownFile = (file: StoredFile, ctx: AskContext, tree: Tree): Row => ({
  id: file.id as Row['id'],
  rotation: file.rotation as Row['rotation'],
  place: file.place,
  placeName: tree.shortName(file.place),
  title: file.title,
  from: file.fromName,
  to: file.toName,
  day: file.day,
  dueAt: file.dueAt,
  unit: file.unit,
  days: file.days,
  receivedAt: file.receivedAt,
  late: millis(file.dueAt) < (file.receivedAt ? millis(file.receivedAt) : ctx.now),
  lines: { case: file.cases, bond: file.bonds, promise: file.promises, households: file.households },
  mine: file.became === ctx.actor.post,
})

/** Names and duties of staff are public to staff, so these looks are not noted. */
const files = answer(listFiles, {
  permission: 'bonds.files',
  async run(ctx, { open, late, rotation, limit, cursor }) {
    const found = await readFiles(ctx.tx, ctx.scope, {
      open,
      late,
      rotation,
      now: ctx.now,
      after: readCursor(cursor, 2),
      limit: limit + 1,
    })
    const { rows, next } = pageOf(found, limit, ({ dueAt, id }) => [dueAt, id])
    const tree = await placeTree(ctx.platform)
    return { rows: rows.map((row) => shownFile(row, ctx, tree)), next }
  },
})

const file = answer(getFile, {
  permission: 'bonds.files',
  async run(ctx, { id }) {
    const found = await findFile(ctx.tx, id)
    if (!found || !(inRange(ctx.scope, found.place) || (ctx.scope.post !== '' && found.became === ctx.scope.post)))
      return refuse('not_found')
    const rows = await readLines(ctx.tx, id)
    return { ...shownFile(found, ctx, await placeTree(ctx.platform)), note: found.note, received: found.received, rows }
  },
})

const rotations = answer(listRotations, {
  permission: 'bonds.files',
  async run(ctx, { place, limit, cursor }) {
    const wanted = subtree(place ?? ctx.actor.place ?? '')
    const found = await readRotations(ctx.tx, {
      lo: wanted.lo > ctx.scope.lo ? wanted.lo : ctx.scope.lo,
      hi: wanted.hi < ctx.scope.hi ? wanted.hi : ctx.scope.hi,
      now: ctx.now,
      after: readCursor(cursor, 2),
      limit: limit + 1,
    })
    const { rows, next } = pageOf(found, limit, ({ at, id }) => [at, id])
    return { rows: rows.map((row) => ({ ...row, id: row.id as never })), next }
  },
})

export const fileAnswers = [files, file, rotations]
