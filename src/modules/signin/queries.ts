import { answer } from '#kernel/ask.ts'
import { getMySelf, listSessions, listWays, type SessionId } from './contract.ts'
import { meOf } from './me.ts'
import { listLive } from './store.ts'
import { waysOf } from './ways.ts'

export const mySelf = answer(getMySelf, { permission: 'signin.me', run: (ctx) => meOf(ctx, ctx.actor) })

export const mySessions = answer(listSessions, {
  permission: 'signin.sessions',
  async run({ tx, now, actor }) {
    const rows = actor.person === null ? [] : await listLive(tx, actor.person, now)
    return { rows: rows.map((row) => ({ ...row, id: row.id as SessionId, current: row.id === actor.session })) }
  },
})

export const offeredWays = answer(listWays, {
  permission: 'signin.ways',
  run: ({ platform }) => Promise.resolve(waysOf(platform)),
})
