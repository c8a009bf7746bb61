import { answer } from '#kernel/ask.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { myNotices, type Notice } from './contract.ts'
import { countUnread, listMine } from './store.ts'

export const mine = answer(myNotices, {
  permission: 'notices.mine',
  async run(ctx, { unread, limit, cursor }) {
    const rows = await listMine(ctx.tx, ctx.scope, { unread, limit: limit + 1, after: readCursor(cursor, 2) })
    const { rows: shown, next } = pageOf(rows, limit, ({ at, id }) => [at, id])
    return { rows: shown as Notice[], next, unread: await countUnread(ctx.tx, ctx.scope) }
  },
})
