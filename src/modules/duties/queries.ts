import { answer } from '#kernel/ask.ts'
import { dayOf } from '#kernel/clock.ts'
import { aside } from '#kernel/db.ts'
import type { Platform } from '#kernel/platform.ts'
import { dutyList } from './api.ts'
import { dutyHistory, listDuties, listLines, suggestDuty } from './contract.ts'
import { readClasses, readLines } from './store.ts'

/** Classes and lines only change with the taxonomy, that is with a release. */
const classes = (p: Platform) => p.cache.get('duties.classes', () => aside(p.db, readClasses))
const lines = (p: Platform) => p.cache.get('duties.lines', () => aside(p.db, readLines))

export const list = answer(listDuties, {
  permission: 'duties.list',
  async run(ctx, { day }) {
    const duties = await dutyList(ctx.platform)
    return { rows: duties.on(day ?? dayOf(ctx.now)), classes: await classes(ctx.platform) }
  },
})

export const suggest = answer(suggestDuty, {
  permission: 'duties.suggest',
  async run(ctx, { text }) {
    const duties = await dutyList(ctx.platform)
    const rows = duties.suggest(text).flatMap((code) => duties.get(code) ?? [])
    return { rows: rows.map(({ code, name, className }) => ({ code, name, className })) }
  },
})

export const history = answer(dutyHistory, {
  permission: 'duties.history',
  async run(ctx, { code }) {
    const duties = await dutyList(ctx.platform)
    return { rows: duties.history(code).map(({ byPost: _post, at: _at, ...version }) => version) }
  },
})

export const linesAnswer = answer(listLines, {
  permission: 'duties.lines',
  run: async (ctx) => ({ rows: await lines(ctx.platform) }),
})
