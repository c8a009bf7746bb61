import { answer, type AskContext } from '#kernel/ask.ts'
import { HOUR_MS, instant } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import type { LookFilter } from '#kernel/record-reading.ts'
import { aliasesOf, organs } from '#modules/people/api.ts'
import { findUsage, heartbeat, listOutside, type Outside, usagePeriod } from './contract-outside.ts'
import { countOf, recordOf } from './looking.ts'
import { officeOf } from './offices.ts'
import { tokenOfCode } from './outside.ts'
import { purposeOf } from './rules.ts'
import { runningWindows } from './withholding.ts'
import { allOutside, outsideNames, personsWith } from './store-outside.ts'

/** How the house calls itself among outside systems. */
const SYSTEM = 'OpenPalm'
const YEARS = 10

const list = answer(listOutside, {
  permission: 'consents.outside',
  async run(ctx) {
    const rows = await allOutside(ctx.tx)
    return {
      rows: rows.map(({ zh, en, ...row }): Outside => ({
        ...row,
        id: row.id as Outside['id'],
        name: { zh, en },
        live: row.endedAt === null && Date.parse(row.endsAt) > ctx.now,
      })),
    }
  },
})

/** Asking is a look of its own, and stands in the next answer. */
const find = answer(findUsage, {
  permission: 'consents.findUsage',
  purpose: 'usage_exchange',
  async run(ctx, { userCode, periodStart, periodEnd, offset, limit }) {
    const token = tokenOfCode(userCode)
    const person = (await personsWith(ctx.tx, [token])).get(token.toString('hex')) ?? refuse('not_found')
    const persons = (await aliasesOf(ctx.tx, [person])).get(person) ?? [person]
    const filter: LookFilter = {
      withheld: await runningWindows(ctx, persons),
      from: periodStart && instant(Date.parse(periodStart)),
      to: periodEnd && instant(Date.parse(periodEnd)),
    }
    const [acts, { total }] = [
      await recordOf(ctx, persons, { ...filter, limit, offset, after: undefined }),
      await countOf(ctx, persons, filter),
    ]
    const office = officeOf(await organs(ctx.platform))
    const systems = new Map((await outsideNames(ctx.tx, outsideIn(acts))).map(({ id, zh }) => [id, zh]))
    ctx.saw([person], { fields: 'looks' })
    return {
      totalUsages: total,
      usages: acts.map((act) => ({
        logtime: act.at,
        action: purposeOf(act.purpose ?? '')?.name.zh ?? act.name,
        receiverCode: act.organ ?? act.actorPlace ?? act.role,
        receiverName: (act.actorKind === 'outside' ? systems.get(act.organ ?? '') : office(act)) ?? null,
        receiverSystem: SYSTEM,
      })),
    }
  },
})

const outsideIn = (acts: readonly { actorKind: string; organ: string | null }[]): string[] =>
  acts.flatMap(({ actorKind, organ }) => (actorKind === 'outside' && organ ? [organ] : []))

const period = answer(usagePeriod, {
  permission: 'consents.usagePeriod',
  run: (ctx) =>
    Promise.resolve({
      periodStart: instant(ctx.now - YEARS * 365.25 * 24 * HOUR_MS),
      periodEnd: instant(ctx.now),
    }),
})

const beat = answer(heartbeat, {
  permission: 'consents.heartbeat',
  run: async (ctx: AskContext) => {
    const [me] = await outsideNames(ctx.tx, ctx.actor.organ ? [ctx.actor.organ] : [])
    return { status: 'UP' as const, at: instant(ctx.now), system: me?.zh ?? '' }
  },
})

export const outsideAnswers = [list, find, period, beat]
