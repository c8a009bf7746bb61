import type { z } from 'zod'
import { covers, type Scope } from '#kernel/authorise.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { organs, type OrganIndex } from '#modules/people/api.ts'
import { placeTree, type Tree } from '#modules/places/api.ts'
import { levelOf } from '#modules/places/contract.ts'
import { type Roster, roster, withFormer } from '#modules/posts/api.ts'
import type { AnswerPhoto } from './contract-answers.ts'
import type { ORDER_CAN, OrderRow, OrderView } from './contract.ts'
import { isLive, numberOf } from './rules.ts'
import type { StoredOrder } from './store.ts'

export type Known = { tree: Tree; organs: OrganIndex; roster: Roster }
export const knownOf = async (p: Platform): Promise<Known> => ({
  tree: await placeTree(p),
  organs: await organs(p),
  roster: await roster(p),
})

type Issuing = Pick<StoredOrder, 'organ' | 'issuerPlace'>
/** The office as its letters name it: the organ, or the place where there is none. */
export const officeName = (
  { tree, organs: index }: Known,
  { organ, issuerPlace }: Issuing,
): OrderRow['issuer']['name'] => (organ ? index.get(organ)?.name : undefined) ?? { zh: tree.nameOf(issuerPlace) }

export const shownRow = (o: StoredOrder, known: Known): OrderRow => ({
  id: o.id as OrderRow['id'],
  number: numberOf(o),
  kind: o.kind,
  title: o.title,
  state: o.state,
  red: o.red,
  mark: o.mark,
  place: o.place,
  placeName: known.tree.shortName(o.place),
  issuer: { organ: o.organ, name: officeName(known, o), place: o.issuerPlace, level: levelOf(o.issuerPlace) },
  dueAt: o.dueAt,
  issuedAt: o.issuedAt,
  version: o.version,
  parent: o.parent as OrderRow['parent'],
})

export const shownPhotos = (ids: readonly string[]): z.infer<typeof AnswerPhoto>[] =>
  ids.map((id) => ({ id: id as never, url: `/api/orders/photos/${id}`, thumb: `/api/orders/photos/${id}/thumb` }))

/** Who looks: his reach of each permission. */
export type Viewer = { person: string | null; reach: (permission: string) => Scope | undefined }
type Can = (typeof ORDER_CAN)[number]

const reaches = (scope: Scope | undefined, o: StoredOrder): boolean =>
  scope !== undefined && covers(scope, { place: o.issuerPlace, organ: o.organ })

export function canOf(o: StoredOrder, { person, reach }: Viewer): Can[] {
  const issues = reaches(reach('orders.issue'), o)
  const [live, relay] = [isLive(o.state), reach('orders.relay')]
  return [
    ...(o.state === 'draft' && issues ? (['edit', 'issue', 'merge'] as const) : []),
    ...(o.state === 'proposed' && reaches(reach('orders.sign'), o) && o.by !== person ? (['sign'] as const) : []),
    ...(o.state === 'proposed' && issues ? (['withdraw'] as const) : []),
    ...(live && issues ? (['amend', 'withdraw', 'close'] as const) : []),
    // passed on by a place below the one that issued it
    ...(live && relay && relay.lo.startsWith(o.place) && relay.lo !== o.issuerPlace ? (['relay'] as const) : []),
  ]
}

type About = { known: Known; viewer: Viewer; supersededBy: string | null }
export async function shownOrder(tx: Tx, o: StoredOrder, { known, viewer, supersededBy }: About): Promise<OrderView> {
  const posts = await withFormer(tx, known.roster, [o.post, o.signedPost])
  const [by, signer] = [o.post ? posts.get(o.post) : undefined, o.signedPost ? posts.get(o.signedPost) : undefined]
  return {
    ...shownRow(o, known),
    text: o.text,
    purpose: o.purpose,
    basis: o.basis,
    act: o.act as OrderView['act'],
    subject: o.subject,
    doneWhen: o.doneWhen,
    evidence: o.evidence,
    form: o.form,
    minutes: o.minutes,
    audience: o.audience,
    by: { post: o.post, name: by?.name ?? '', title: by?.title ?? '' },
    supersedes: o.supersedes as OrderView['supersedes'],
    supersededBy: supersededBy as OrderView['supersededBy'],
    mergedInto: o.mergedInto as OrderView['mergedInto'],
    joint: o.joint.map((organ) => known.organs.get(organ)?.name ?? { zh: organ }),
    why: o.why ?? o.despite,
    signed: o.signedAt
      ? { name: signer?.name ?? '', title: signer?.title ?? '', at: o.signedAt, note: o.signedNote ?? '' }
      : null,
    addressed: o.addressed,
    can: canOf(o, viewer),
  }
}
