import { dayOf, HOUR_MS, millis } from '#kernel/clock.ts'
import { tablesWithin, weighRows } from '#kernel/destruction.ts'
import { holdsUnder } from '#kernel/holds.ts'
import type { CommandContext } from '#kernel/pipeline.ts'
import { countActs } from '#kernel/record-counting.ts'
import type { z } from 'zod'
import type { AfterAction } from './contract-ending.ts'
import type { Playbook } from './contract-playbooks.ts'
import { orderFigures } from './store-past.ts'
import { roundAt } from './rules.ts'
import { decisionsOf, readLog } from './store-decisions.ts'
import { reportFigures } from './store-reports.ts'
import type { Activation } from './store.ts'

/** Made of the record as it ends, while the data sets can still be counted. No persons: it is kept. */
export async function afterAction(
  ctx: CommandContext,
  a: Activation,
  book: Playbook,
): Promise<z.infer<typeof AfterAction>> {
  const [since, ended] = [millis(a.since ?? ''), millis(a.endedAt ?? '')]
  const decisions = await decisionsOf(ctx.tx, a.id)
  const log = await readLog(ctx.tx, a.id, 500, undefined)
  const reports = await reportFigures(ctx.tx, a.id)
  const holds = await holdsUnder(ctx.tx, a.id)
  const dataSets = await weighAll(
    ctx,
    holds.map(({ id }) => id),
  )
  const used = new Map<string, string>(
    tablesWithin(ctx.platform.slices).map(({ table, within = '' }) => [table, within]),
  )
  return {
    timeline: log.toReversed().map(({ at, key, sort, text }) => ({ at, key: `${sort} ${key}`.trim(), text })),
    decisions: decisions.filter(({ state }) => state === 'confirmed').length,
    minutesToConfirm: minutesToConfirm(decisions[0]),
    told: decisions.flatMap(({ told }) => told).reduce((sum, { count }) => sum + count, 0),
    orders: await orderFigures(ctx.tx, a),
    reports: { due: roundAt(since, book.levels[a.level].reports.everyHours, ended) - 1, ...reports },
    powers: [...Map.groupBy(holds, ({ lever }) => lever)].map(([lever, all]) => ({
      lever,
      holds: all.length,
      hours: Math.round(
        all.reduce((sum, { startsAt, endsAt }) => sum + Math.max(0, Math.min(endsAt, ended) - startsAt), 0) / HOUR_MS,
      ),
      used: [...used].some(([, within]) => within === lever)
        ? dataSets.filter(({ table }) => used.get(table) === lever).reduce((sum, { rows }) => sum + rows, 0)
        : null,
    })),
    dataSets,
    acts: await countActs(ctx.tx, a.area, a.since ?? '', a.endedAt ?? ''),
    filingLate: !a.drill && (a.filedOn ?? dayOf(ended)) > (a.filingDue ?? ''),
    reviewsLate: a.reviewsLate,
  }
}

async function weighAll(ctx: CommandContext, holds: readonly string[]): Promise<{ table: string; rows: number }[]> {
  const all: { table: string; rows: number }[] = []
  for (const { table } of tablesWithin(ctx.platform.slices)) {
    const { rows } = await weighRows(ctx.tx, table, holds, [])
    all.push({ table, rows })
  }
  return all
}

const minutesToConfirm = (first: { proposedAt: string; confirmedAt: string | null } | undefined): number | null =>
  first?.confirmedAt ? Math.round((millis(first.confirmedAt) - millis(first.proposedAt)) / 60_000) : null
