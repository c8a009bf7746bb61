import { answer, type AskContext } from '#kernel/ask.ts'
import { covers } from '#kernel/authorise.ts'
import { dayOf } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { listContests, myContests } from './contract-contests.ts'
import { mayJudge } from './contests.ts'
import { definitions } from './registry.ts'
import { holdable, isSensitive, sensitiveReach } from './sensitive.ts'
import { forContester, shownContests } from './showing-contests.ts'
import { type ContestRow, contestsOfPerson, countOpen, listContestRows } from './store-contests.ts'

const list = answer(listContests, {
  permission: 'fields.contests',
  purpose: 'data_correction',
  async run(ctx, { state, late = false, limit, cursor }) {
    const open = state === 'open'
    const found = await listContestRows(ctx.tx, ctx.scope, {
      open,
      late,
      limit: limit + 1,
      after: readCursor(cursor, 2),
    })
    const { rows, next } = pageOf(found, limit, (row) => [(open ? row.dueAt : row.decidedAt) ?? row.at, row.id])
    const reads = await readable(ctx, rows)
    const shown = await shownContests(ctx, rows, reads)
    ctx.saw(
      rows.filter((row) => row.kind === 'person' && reads(row)).map(({ subject }) => subject),
      { fields: 'contested' },
    )
    const byId = new Map(rows.map((row) => [row.id, row]))
    return {
      rows: shown.map((one) => {
        const row = byId.get(one.id)
        return { ...one, can: row ? acts(ctx, row, reads(row)) : [] }
      }),
      next,
      ...(await countOpen(ctx.tx, ctx.scope)),
    }
  },
})

function acts(ctx: AskContext, row: ContestRow, reads: boolean): ('decide' | 'pass')[] {
  if (row.state !== 'open') return []
  const where = { place: row.place, organ: row.organ }
  const may = (permission: string): boolean => {
    const scope = ctx.reaches(permission)
    return scope !== undefined && covers(scope, where)
  }
  const ours = row.organ === null || row.organ === ctx.actor.organ
  const judges = mayJudge(ctx.actor.person, { enteredBy: row.enteredBy, contester: row.person })
  return [
    ...(may('fields.decide') && ours && judges && reads ? (['decide'] as const) : []),
    ...(may('fields.passContest') ? (['pass'] as const) : []),
  ]
}

/** Who decides a value reads it for that; others by their role, and sensitive ones only who reaches them. */
async function readable(ctx: AskContext, rows: readonly ContestRow[]): Promise<(row: ContestRow) => boolean> {
  const registry = (await definitions(ctx.platform)).on(dayOf(ctx.now))
  const byKey = new Map(registry.map((one) => [one.key, one]))
  const holds = await holdable(
    ctx,
    rows.filter(({ kind }) => kind === 'person').map(({ subject }) => subject),
  )
  const reach = await sensitiveReach(ctx)
  return ({ kind, subject, field, organ, place }) => {
    const one = byKey.get(field)
    if (!one || !holds.may(one, kind, subject)) return false
    const minor = kind === 'person' && holds.minor(subject)
    if (isSensitive(one, minor)) return reach(one.source, place) || (organ !== null && organ === ctx.actor.organ)
    return one.readers.includes(ctx.actor.role) || (organ !== null && organ === ctx.actor.organ)
  }
}

const mine = answer(myContests, {
  permission: 'fields.myContests',
  async run(ctx) {
    const rows = await contestsOfPerson(ctx.tx, ctx.actor.person ?? refuse('forbidden'))
    return { rows: (await shownContests(ctx, rows)).map(forContester) }
  },
})

export const contestAnswers = [list, mine]
