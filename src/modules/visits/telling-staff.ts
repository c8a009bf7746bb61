import type { Tx } from '#kernel/tx.ts'
import { type NoticeKind, notify } from '#modules/notices/api.ts'

type About = { id: string; place: string; text: string }
/** What fits into a line; the rest is behind it. */
const SHORT = 30

export async function tellAboutProblem(
  ctx: { tx: Tx; now: number },
  post: string | null,
  kind: NoticeKind,
  about: About,
): Promise<void> {
  if (!post) return
  const params = { title: about.text.slice(0, SHORT) }
  await notify(ctx, { to: { post }, kind, params, subject: about.id, urgent: false, place: about.place })
}
