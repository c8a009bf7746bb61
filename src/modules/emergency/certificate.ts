import { createHash } from 'node:crypto'
import { instant } from '#kernel/clock.ts'
import { tablesWithin, weighRows } from '#kernel/destruction.ts'
import { holdsUnder } from '#kernel/holds.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { placeTree } from '#modules/places/api.ts'
import type { CertificateView } from './contract-ending.ts'
import { certificateTexts as t } from './messages.ts'
import { destroyedOf, findCertificate, keptOf, type StoredCertificate } from './store-ending.ts'
import type { Activation } from './store.ts'

/**
 * What is certified is a text that is stored as it was hashed, so that anybody who has it computes the digest anew with any tool:
 * `sha256sum` over the body. A recount then asks the tables themselves.
 */
export type CertificateBody = Omit<CertificateView, 'id' | 'digest' | 'witness' | 'sound'>

export async function bodyOf(p: Platform, tx: Tx, a: Activation, at: string): Promise<CertificateBody> {
  const tree = await placeTree(p)
  const holds = await holdsUnder(tx, a.id)
  const powers = [...Map.groupBy(holds, ({ lever }) => lever)].map(([lever, all]) => ({
    lever,
    holds: all.length,
    from: instant(Math.min(...all.map(({ startsAt }) => startsAt))),
    until: instant(Math.max(...all.map(({ endsAt }) => endsAt))),
  }))
  return {
    activation: a.id as never,
    number: a.number,
    kind: a.kind,
    level: a.level,
    drill: a.drill,
    area: a.area.map((code) => ({ code, name: tree.nameOf(code) })),
    since: a.since ?? '',
    endedAt: a.endedAt ?? '',
    whyEnded: a.whyEnded ?? 'declared',
    legalBasis: a.legalBasis,
    issuer: a.issuer,
    at,
    method: t.method(),
    lines: await destroyedOf(tx, a.id),
    kept: (await keptOf(tx, a.id)).map(({ table, ground, until }) => ({ table, ground, until })),
    powers: powers.toSorted((x, y) => (x.lever < y.lever ? -1 : 1)),
  }
}

export const digestOf = (body: string): string => createHash('sha256').update(body).digest('hex')

export type Verdict = {
  certificate: string
  digest: boolean
  remaining: { table: string; rows: number }[]
  powersLive: number
  sound: boolean
}

/** The digest, and a count of every data set as it is now: nothing that should be gone is there, and no power of it lives. */
export async function verifyCertificate(p: Platform, tx: Tx, id: string): Promise<Verdict | undefined> {
  const found = await findCertificate(tx, id)
  if (!found) return undefined
  const remaining = await recount(p, tx, found.activation)
  const now = p.clock.now()
  const powersLive = (await holdsUnder(tx, found.activation)).filter(({ endsAt }) => endsAt > now).length
  const digest = digestOf(found.body) === found.digest
  return { certificate: id, digest, remaining, powersLive, sound: digest && remaining.length === 0 && powersLive === 0 }
}

/** Rows of an activation that are there without an assessment. */
export async function recount(p: Platform, tx: Tx, activation: string): Promise<{ table: string; rows: number }[]> {
  const holds = (await holdsUnder(tx, activation)).map(({ id }) => id)
  const keep = await keptOf(tx, activation)
  const found: { table: string; rows: number }[] = []
  for (const { table } of tablesWithin(p.slices)) {
    const { rows } = await weighRows(tx, table, holds, keepIds(keep, table))
    if (rows > 0) found.push({ table, rows })
  }
  return found
}

export const keepIds = (keep: readonly { table: string; item: string }[], table: string): string[] =>
  keep.filter((one) => one.table === table).map(({ item }) => item)

export function viewOf(c: StoredCertificate, sound: boolean): CertificateView {
  const body = JSON.parse(c.body) as CertificateBody
  const witness = c.witnessedAt
    ? { organ: c.witnessName ?? '', at: c.witnessedAt, holds: c.witnessHolds ?? false }
    : null
  return { id: c.id as never, ...body, digest: c.digest, witness, sound }
}
