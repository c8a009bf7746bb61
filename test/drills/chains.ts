import { STAGE } from '../../demo/cast.ts'
import { systemClock } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import type { Client } from './clients.ts'

/** The ways of a case that the drill walks, each command by whoever it belongs to. */
type Who = 'worker' | 'cadre' | 'room' | 'resident' | 'stranger'
type Step = { who: Who; name: string; body: object }
export type Chain = { id: string; steps: Step[]; next: number; actions: string[]; ends: string }
export type Sent = { name: string; subject: string; key: string; answer: string | undefined; again(): Promise<string> }

const KIND = '01-07'
const SECRET = 'a1B2c3D4e5F6g7H8'
const reason = '需要上级协调'

const report = (id: string, who: Who): Step => ({
  who,
  name: 'cases.report',
  body: { id, secret: SECRET, channel: 'town', kind: KIND, description: '工地拖欠工资三个月', place: STAGE.grid },
})
const act = (who: Who, action: string, id: string, more: object = {}): Step => ({
  who,
  name: `cases.${action}`,
  body: { id, ...more },
})
const solved = { note: '已经付清', answer: '工资已经付清' }

/** Three ways: solved in the grid, solved in the village, taken back. */
const WAYS: ((id: string) => Omit<Chain, 'id' | 'next' | 'actions'>)[] = [
  (id) => ({
    ends: 'confirmed',
    steps: [
      report(id, 'stranger'),
      act('worker', 'accept', id),
      act('worker', 'comment', id, { note: '已到现场' }),
      act('worker', 'comment', id, { note: '已到现场' }),
      act('worker', 'handle', id, solved),
      act('room', 'verify', id),
      act('stranger', 'confirm', id, { secret: SECRET, solved: true }),
    ],
  }),
  (id) => ({
    ends: 'confirmed',
    steps: [
      report(id, 'resident'),
      act('worker', 'climb', id, { reason }),
      act('cadre', 'accept', id),
      act('cadre', 'comment', id, { note: '约了工头' }),
      act('cadre', 'handle', id, solved),
      act('room', 'verify', id),
      act('resident', 'confirm', id, { solved: true }),
    ],
  }),
  (id) => ({
    ends: 'withdrawn',
    steps: [
      report(id, 'resident'),
      act('worker', 'accept', id),
      act('worker', 'comment', id, { note: '电话联系' }),
      act('resident', 'withdraw', id),
    ],
  }),
]

export function makeChains(commands: number): Chain[] {
  const chains: Chain[] = []
  for (let planned = 0, i = 0; planned < commands; i++) {
    const id = uuidv7(systemClock.now())
    const way = (WAYS[i % WAYS.length] ?? WAYS[0])?.(id)
    if (!way) break
    chains.push({ ...way, id, next: 0, actions: way.steps.map(({ name }) => name.slice('cases.'.length)) })
    planned += way.steps.length
  }
  return chains
}

/** Sends the next command of a chain once the one before was acknowledged; a refusal is a fault of the drill. */
export async function walk(
  chain: Chain,
  people: Record<Who, Client>,
  ledger: Sent[],
  until: () => boolean,
): Promise<void> {
  for (let step = chain.steps[chain.next]; step && !until(); step = chain.steps[chain.next]) {
    const { who, name, body } = step
    const key = uuidv7(systemClock.now())
    const sent: Sent = {
      name,
      subject: chain.id,
      key,
      answer: undefined,
      again: async () => (sent.answer = await acknowledgedBy(people[who], name, key, body)),
    }
    ledger.push(sent)
    // Counted on at once: what was not acknowledged is sent again by its ledger entry, with its key.
    chain.next++
    try {
      await sent.again()
    } catch (error) {
      if (error instanceof Refused) throw error
      return
    }
  }
}

class Refused extends Error {}

async function acknowledgedBy(client: Client, name: string, key: string, body: object): Promise<string> {
  const { status, text } = await client.post(name, key, body)
  if (status !== 200) throw new Refused(`${name}: ${text}`)
  return text
}
