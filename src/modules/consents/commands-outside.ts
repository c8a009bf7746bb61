import { randomBytes } from 'node:crypto'
import { DAY_MS, instant, startOfDay } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { handler } from '#kernel/pipeline.ts'
import { addOutside, endOutside, reportUsage } from './contract-outside.ts'
import { hashOf, TOKEN, tokenOfCode } from './outside.ts'
import { insertOutside, insertOutsideLooks, personsWith, setOutsideEnded } from './store-outside.ts'

const add = handler(addOutside, {
  load: () => Promise.resolve({}),
  allow: { permission: 'consents.addOutside', where: (_none, { id }) => ({ subject: id }) },
  // The answer holds the token, which nobody keeps.
  keepsAnswer: false,
  async handle(ctx, { id, code, name, may, perMinute, endsOn }) {
    const endsAt = startOfDay(endsOn) + DAY_MS
    if (endsAt <= ctx.now || endsAt > ctx.now + 366 * DAY_MS)
      refuse('invalid', { problems: [{ path: 'endsOn', problem: endsAt <= ctx.now ? 'past' : 'too_far' }] })
    const token = `${TOKEN}${randomBytes(32).toString('base64url')}`
    await insertOutside(ctx.tx, {
      id,
      code,
      zh: name.zh,
      en: name.en ?? null,
      may,
      perMinute,
      token: hashOf(token),
      by: ctx.actor.person ?? refuse('forbidden'),
      madeAt: instant(ctx.now),
      endsAt: instant(endsAt),
    })
    return { id, token }
  },
})

const end = handler(endOutside, {
  load: () => Promise.resolve({}),
  allow: { permission: 'consents.endOutside', where: (_none, { id }) => ({ subject: id }) },
  async handle(ctx, { id }) {
    if (!(await setOutsideEnded(ctx.tx, id, ctx.now))) refuse('not_found')
    return {}
  },
})

const report = handler(reportUsage, {
  load: (ctx) => Promise.resolve({ system: ctx.actor.organ ?? refuse('forbidden') }),
  allow: { permission: 'consents.reportUsage', where: ({ system }) => ({ subject: system }) },
  purpose: 'usage_exchange',
  async handle(ctx, { usages }, { system }) {
    const late = usages.findIndex(({ logtime }) => Date.parse(logtime) > ctx.now + DAY_MS)
    if (late >= 0) refuse('invalid', { problems: [{ path: `usages.${late}.logtime`, problem: 'future' }] })
    const tokens = usages.map(({ userCode }) => tokenOfCode(userCode))
    const persons = await personsWith(ctx.tx, tokens)
    const rows = usages.flatMap((one, i) => {
      const person = persons.get(tokens[i]?.toString('hex') ?? '')
      if (!person) return []
      const { ref, logtime: at, action, receiverCode, receiverName = null } = one
      return [{ id: uuidv7(ctx.now), ref, person, at: instant(Date.parse(at)), action, receiverCode, receiverName }]
    })
    const taken = await insertOutsideLooks(ctx.tx, system, ctx.now, rows)
    return { taken, unknown: usages.length - rows.length }
  },
})

export const outsideHandlers = [add, end, report]
