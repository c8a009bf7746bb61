import type { Parcel, Receipt, Why } from './contract.ts'
import type { Noted } from './contract-inward.ts'
import { type Standing, turnOf } from './rules.ts'

/**
 * Takes parcels in. Pure of where things are kept: the server gives a desk over the two roads, tests one in memory.
 *
 * Exactly once   the road does a command once by its key, so a parcel may be run as often as one likes.
 * In order       `turnOf`; a parcel whose predecessor is missing is kept here until that one is settled.
 * No lost wake   two connections may bring a parcel and its predecessor at the same instant, and each look before the other
 *                has written. So whoever has noted anything looks behind afterwards; the later of the two finds what waits.
 * Crash          between running and noting: the phone has no receipt, sends again, the road gives the first answer. What it
 *                noted before is found by the next contact of the same person, since every push looks behind.
 */
export type Ran =
  | { state: 'done'; output: unknown }
  | { state: 'refused'; code: string; detail: Record<string, unknown> }
  | { state: 'stranded'; why: Why }
  | { state: 'later'; code: string }
/** What waited may be of another phone than the one that sends now. */
export type Behind = Parcel & { device?: string }
export type Desk = {
  standing(keys: string[]): Promise<Map<string, Standing>>
  /** As the person who made it, in the post in which he made it. */
  run(parcel: Behind): Promise<Ran>
  /** Keeps what became of them; gives the keys that could be kept. */
  note(rows: Noted[]): Promise<Set<string>>
  /** What waited and may go now. */
  behind(): Promise<Behind[]>
}

export async function deliver(desk: Desk, sent: readonly Parcel[]): Promise<Receipt[]> {
  const receipts = new Map<string, Receipt>()
  let batch: Behind[] = [...new Map(sent.map((parcel) => [parcel.key, parcel])).values()]
  // Also when nothing was sent: what an earlier contact left, or a person has let go since, goes now.
  do {
    if (batch.length > 0) for (const receipt of await takeIn(desk, batch)) receipts.set(receipt.key, receipt)
    batch = (await desk.behind()).filter(({ key }) => isOpen(receipts.get(key)))
  } while (batch.length > 0)
  return [...receipts.values()]
}

/** Tried at most once in one push; what is still waiting may have been freed by the rest of it. */
const isOpen = (receipt: Receipt | undefined): boolean => receipt === undefined || receipt.state === 'held'

async function takeIn(desk: Desk, batch: readonly Behind[]): Promise<Receipt[]> {
  const known = await desk.standing([...new Set(batch.flatMap(({ key, after }) => (after ? [key, after] : [key])))])
  const told: Receipt[] = []
  const noted: Noted[] = []
  let waiting = [...batch]
  for (let moved = true; moved;) {
    moved = false
    const left: Behind[] = []
    for (const parcel of waiting) {
      const { turn } = turnOf(parcel, (key) => known.get(key))
      if (turn === 'wait') {
        left.push(parcel)
        continue
      }
      moved = true
      if (turn === 'go' || turn === 'again') settle(parcel, await desk.run(parcel), { known, told, noted })
      else told.push(standingReceipt(parcel.key, known.get(parcel.key)))
    }
    waiting = left
  }
  for (const parcel of waiting) hold(parcel, { known, told, noted })
  return keepTold(told, noted.length > 0 ? await desk.note(noted) : new Set())
}

type Taking = { known: Map<string, Standing>; told: Receipt[]; noted: Noted[] }

function settle(parcel: Parcel, ran: Ran, { known, told, noted }: Taking): void {
  const base = { key: parcel.key, why: null, code: null, detail: {}, output: null }
  const before = known.get(parcel.key)?.state
  if (ran.state === 'later') {
    told.push({ ...base, state: 'later', code: ran.code })
    // Whatever follows it in this push waits on the phone with it.
    known.set(parcel.key, { state: 'later', why: null, code: null })
    return
  }
  // A room sent it on behalf of its maker: the answer stays that room's, and what is done is done.
  if (before === 'done' && ran.state !== 'done') {
    told.push({ ...base, state: 'done' })
    return
  }
  const said = {
    ...base,
    ...(ran.state === 'refused' ? { code: ran.code, detail: ran.detail } : {}),
    ...(ran.state === 'stranded' ? { why: ran.why } : {}),
  }
  told.push({ ...said, state: ran.state, output: ran.state === 'done' ? ran.output : null })
  known.set(parcel.key, { state: ran.state, why: said.why, code: said.code })
  if (before !== 'done')
    noted.push({ ...parcel, state: ran.state, why: said.why, code: said.code, detail: said.detail })
}

function hold(parcel: Parcel, { known, told, noted }: Taking): void {
  const turn = turnOf(parcel, (key) => known.get(key))
  const why = turn.turn === 'wait' ? turn.why : 'not_come'
  const base = { key: parcel.key, why, code: null, detail: {} }
  // What stands before it is still on the phone, and so stays this.
  if (parcel.after !== null && waitsOnPhone(parcel.after, known)) {
    known.set(parcel.key, { state: 'later', why: null, code: null })
    told.push({ ...base, state: 'later', output: null })
    return
  }
  told.push({ ...base, state: 'held', output: null })
  noted.push({ ...parcel, state: 'held', why, code: null, detail: {} })
}

const waitsOnPhone = (after: string, known: ReadonlyMap<string, Standing>): boolean =>
  known.get(after)?.state === 'later'

const standingReceipt = (key: string, standing: Standing | undefined): Receipt => ({
  key,
  state: (standing?.state ?? 'later') as Receipt['state'],
  why: standing?.why ?? null,
  code: standing?.code ?? null,
  detail: {},
  output: null,
})

/** What could not be kept stays on the phone; what was done is done, noted or not. */
const keepTold = (told: readonly Receipt[], kept: ReadonlySet<string>): Receipt[] =>
  told.map((receipt) =>
    receipt.state === 'held' && !kept.has(receipt.key) ? { ...receipt, state: 'later', why: 'backlog_full' } : receipt,
  )
