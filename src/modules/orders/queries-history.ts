import { answer } from '#kernel/ask.ts'
import { withFormer } from '#modules/posts/api.ts'
import { orderHistory } from './contract-after.ts'
import { differenceOf } from './difference.ts'
import { demandReadable } from './queries.ts'
import { knownOf } from './shown.ts'
import { readVersions, type Version } from './store.ts'

const history = answer(orderHistory, {
  permission: 'orders.read',
  async run(ctx, { id, from }) {
    const order = await demandReadable(ctx, id)
    const versions = await readVersions(ctx.tx, id)
    const { roster } = await knownOf(ctx.platform)
    const posts = await withFormer(
      ctx.tx,
      roster,
      versions.map(({ byPost }) => byPost),
    )
    const [last] = versions
    const older = versions.find(({ version }) => version === (from ?? (last?.version ?? 1) - 1))
    const before = older || !order.supersedes ? older : (await readVersions(ctx.tx, order.supersedes))[0]
    return {
      versions: versions.map((one) => ({ ...textOf(one), by: one.byPost ? (posts.get(one.byPost)?.name ?? '') : '' })),
      difference: last && before ? differenceOf(before.text, last.text) : [],
      before: order.supersedes as never,
    }
  },
})

const textOf = ({ version, title, text, doneWhen, dueAt, at, why }: Version) => ({
  version,
  title,
  text,
  doneWhen,
  dueAt,
  at,
  why,
})

export const historyAnswers = [history]
