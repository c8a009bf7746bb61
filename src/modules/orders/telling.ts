import { millis, minuteOf } from '#kernel/clock.ts'
import type { Tx } from '#kernel/tx.ts'
import { type NoticeKind, tellEach } from '#modules/notices/api.ts'
import type { StoredOrder } from './store.ts'
import { recipientsToTell, type Told } from './store-telling.ts'

/** So many notices in one statement; an order to the whole city takes a dozen of them. */
const AT_ONCE = 4000

type Ctx = { tx: Tx; now: number }
/** An order of a drill says so first, also in a text message. */
export const paramsOf = ({ title, dueAt, mark }: Pick<StoredOrder, 'title' | 'dueAt' | 'mark'>) => ({
  title,
  due: minuteOf(millis(dueAt)),
  ...(mark === null ? {} : { exercise: 1 }),
})

/** Tells everybody of an order, page by page; returns how many. */
export async function tellRecipients(
  ctx: Ctx,
  order: StoredOrder,
  {
    kind,
    only,
    params = {},
  }: { kind: NoticeKind; only: 'all' | 'silent' | 'open'; params?: Record<string, string | number> },
): Promise<number> {
  const { id: subject, red: urgent } = order
  let told = 0
  let page: readonly Told[] = []
  do {
    page = await recipientsToTell(ctx.tx, subject, { only, after: page.at(-1)?.who ?? null, limit: AT_ONCE })
    await tellEach(ctx, page, { kind, params: { ...paramsOf(order), ...params }, subject, urgent })
    told += page.length
  } while (page.length === AT_ONCE)
  return told
}
