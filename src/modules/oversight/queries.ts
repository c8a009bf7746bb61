import { answer, type AskContext } from '#kernel/ask.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { listJobNotes } from '#kernel/job-notes.ts'
import { listDead, outboxHealth } from '#kernel/outbox.ts'
import { type Act, exploreRecord, listAnchors } from '#kernel/record-reading.ts'
import { verify } from '#kernel/seal.ts'
import { hiddenUntil } from '#modules/consents/api.ts'
import { organs } from '#modules/people/api.ts'
import { levelOf } from '#modules/places/contract.ts'
import { listRecord, outboxHealth as health, type RecordRow, verifyRecord } from './contract.ts'
import { signatures } from './store.ts'

export const record = answer(listRecord, {
  permission: 'oversight.record',
  purpose: 'audit',
  async run(ctx, { limit, cursor, ...filter }) {
    const [at, seq] = readCursor(cursor, 2) ?? []
    const found = await exploreRecord(ctx.tx, {
      ...filter,
      within: withinOf(ctx),
      limit: limit + 1,
      after: at && seq ? { at, seq } : undefined,
    })
    const { rows, next } = pageOf(found, limit, (act) => [act.at, act.seq])
    // Whoever is looked at in the record learns of this look too.
    ctx.saw(
      rows.map((act) => act.about),
      { fields: 'record' },
    )
    return { rows: await signed(ctx, rows), next }
  },
})

/** An auditor of the city sees everything, acts without a place included; one of a county or township what happened there. */
const withinOf = ({ actor }: AskContext): string => (actor.place && levelOf(actor.place) !== 'city' ? actor.place : '')

async function signed(ctx: AskContext, acts: readonly (Act & { sealed: boolean })[]): Promise<RecordRow[]> {
  const index = await organs(ctx.platform)
  const posts = await signatures(
    ctx.tx,
    acts.flatMap(({ post }) => post ?? []),
  )
  const hidden = await hiddenUntil(ctx, acts)
  const byPost = new Map(posts.map((post) => [post.id, post]))
  return acts.map(({ person: _person, post, organ, about, fields: _fields, actorKind: _kind, ...act }) => ({
    ...act,
    withheldUntil: hidden({ about, organ, actorPlace: act.actorPlace, at: act.at }),
    // Names of staff are public to staff; residents stay without a name.
    personName: byPost.get(post ?? '')?.name ?? null,
    postTitle: byPost.get(post ?? '')?.title ?? null,
    organName: (organ ? index.get(organ)?.name.zh : undefined) ?? null,
    about: about !== null,
  }))
}

/** How many days' anchors are shown beside the verdict. */
const ANCHORS = 31

export const verdict = answer(verifyRecord, {
  permission: 'oversight.verify',
  run: async (ctx) => ({ ...(await verify(ctx.platform)), anchors: await listAnchors(ctx.tx, ANCHORS) }),
})

const LETTERS = 200

export const outbox = answer(health, {
  permission: 'oversight.outbox',
  run: async (ctx) => ({
    ...(await outboxHealth(ctx.tx, ctx.now)),
    letters: await listDead(ctx.tx, LETTERS),
    jobs: await listJobNotes(ctx.tx),
  }),
})
