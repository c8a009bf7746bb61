import { describe, expect, it } from 'vitest'
import { makeRandom, type Random } from '../../../demo/random.ts'
import { type Arrived, type Sign, suspicious } from './detectors.ts'

/** A month of one township: 14 rounds through 24 to 36 doors, with what is alike in a hamlet and what is rare, and fakes planted. */
const ROUNDS = 14
const PLACES = ['村口小店', '溪边菜地', '老樟树下', '晒谷场', '后山茶园', '祠堂旁边']
const MATTERS = [
  '屋顶漏雨',
  '水压太小',
  '路灯不亮',
  '垃圾没人收',
  '孩子上学接送难',
  '电线老化',
  '狗没有拴好',
  '水沟堵了',
]
const WISHES = ['希望村里派人看看', '自己已经找人修', '想问问补助怎么申请', '过年前要修好', '不着急但别忘记']

type Planted = { sign: Sign; entries: string[] }

function month(seed: number): { arrived: Arrived[]; planted: Planted[] } {
  const random = makeRandom('detectors', seed)
  const rounds = Array.from({ length: ROUNDS }, (_, no) => roundOf(random, no))
  const planted = [
    plantConstant(rounds[1], 'stove'),
    plantConstant(rounds[6], 'water'),
    plantCopies(random, rounds[3]),
    plantRun(rounds[9]),
  ]
  return { arrived: rounds.flat(), planted }
}

function roundOf(random: Random, no: number): Arrived[] {
  // Hamlets differ; some things are the same in the whole hamlet, others are rare everywhere.
  const leaning = Object.fromEntries(
    ['stove', 'water', 'lonely', 'job'].map((field) => [field, 0.2 + 0.5 * random.next()]),
  )
  const tap = random.chance(0.6)
  return Array.from({ length: random.int(24, 37) }, (_, door) => ({
    entry: `${no}-${door}`,
    by: `round ${no}`,
    at: new Date(Date.UTC(2026, 7, 1 + no, 1, door)).toISOString(),
    subject: `door ${no}-${door}`,
    answers: {
      stove: random.chance(leaning['stove'] ?? 0) ? 'wood' : random.pick(['gas', 'electric']),
      water: random.chance(leaning['water'] ?? 0),
      lonely: random.chance((leaning['lonely'] ?? 0) / 3),
      job: random.pick(['farm', 'away', 'home', 'factory']),
      members: random.int(1, 6),
      tap,
      flood: random.chance(0.01),
      note: random.chance(0.3)
        ? '无'
        : `${random.pick(PLACES)}，${random.pick(MATTERS)}，${random.pick(MATTERS)}，${random.pick(WISHES)}`,
    },
  }))
}

function plantConstant(round: Arrived[] | undefined, field: string): Planted {
  for (const one of round ?? []) one.answers = { ...one.answers, [field]: field === 'stove' ? 'gas' : true }
  return { sign: 'constant', entries: (round ?? []).map(({ entry }) => entry) }
}

function plantCopies(random: Random, round: Arrived[] = []): Planted {
  const copied = round.filter(() => random.chance(0.25)).slice(0, 6)
  const text = '家中一切正常，无安全隐患，老人身体健康，家庭和睦，对村里工作满意'
  copied.forEach((one, i) => (one.answers = { ...one.answers, note: i % 2 ? `${text}。` : text }))
  return { sign: 'copied', entries: copied.map(({ entry }) => entry) }
}

function plantRun(round: Arrived[] = []): Planted {
  const run = round.slice(8, 17)
  for (const one of run) one.answers = { ...round[8]?.answers, note: '无' }
  return { sign: 'repeated', entries: run.map(({ entry }) => entry) }
}

const overlap = (a: readonly string[], b: readonly string[]): number =>
  a.filter((one) => b.includes(one)).length / new Set([...a, ...b]).size

describe('entries to look at', () => {
  it('finds nine of ten planted fakes in twenty synthetic months, and of ten finds nine are planted', () => {
    let [found, right, hidden, caught] = [0, 0, 0, 0]
    for (let seed = 1; seed <= 20; seed++) {
      const { arrived, planted } = month(seed)
      const findings = suspicious(arrived)
      const fits = (p: Planted) => findings.some((f) => f.sign === p.sign && overlap(f.entries, p.entries) > 0.8)
      found += findings.length
      right += findings.filter((f) => planted.some((p) => overlap(f.entries, p.entries) > 0.5)).length
      hidden += planted.length
      caught += planted.filter(fits).length
    }
    const [precision, recall] = [right / found, caught / hidden]
    console.log(
      `entries to look at: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} of ${hidden} planted`,
    )
    expect(precision).toBeGreaterThanOrEqual(0.9)
    expect(recall).toBeGreaterThanOrEqual(0.9)
  })

  it('finds nothing in honest months', () => {
    const months = Array.from({ length: 20 }, (_, seed) =>
      Array.from({ length: ROUNDS }, (_, no) => roundOf(makeRandom(`honest ${no}`, seed), no)).flat(),
    )
    expect(months.flatMap(suspicious).length).toBeLessThanOrEqual(1)
  })

  it('leaves alone what is alike in a whole hamlet, and what is rare everywhere', () => {
    const rounds = Array.from({ length: 10 }, (_, no) =>
      Array.from({ length: 30 }, (_, door) => arrival(no, door, { tap: no % 2 === 0, flood: no === 3 && door === 1 })),
    )
    expect(suspicious(rounds.flat())).toEqual([])
  })

  it('needs neighbours: with too few rounds nearby it says nothing', () => {
    const rounds = Array.from({ length: 3 }, (_, no) =>
      Array.from({ length: 30 }, (_, door) =>
        arrival(no, door, { stove: no === 0 ? 'gas' : door % 2 ? 'gas' : 'wood' }),
      ),
    )
    expect(suspicious(rounds.flat())).toEqual([])
  })

  it('does not take a phrase that many write for a copy', () => {
    const rounds = Array.from({ length: 8 }, (_, no) =>
      Array.from({ length: 10 }, (_, door) => arrival(no, door, { note: '本月上门走访未发现消防安全隐患和矛盾纠纷' })),
    )
    expect(suspicious(rounds.flat())).toEqual([])
  })

  it('says how many doors, what neighbours say, and how unlikely; no person and no time is in it', () => {
    const rounds = Array.from({ length: 8 }, (_, no) =>
      Array.from({ length: 20 }, (_, door) => arrival(no, door, { stove: no === 0 || door % 2 ? 'gas' : 'wood' })),
    )
    const [one, ...more] = suspicious(rounds.flat())
    expect(more).toEqual([])
    expect(one).toMatchObject({ sign: 'constant', fields: ['stove'], doors: 20 })
    expect(one?.nearShare).toBeCloseTo(0.5)
    expect(Object.keys(one ?? {}).sort()).toEqual(['chance', 'doors', 'entries', 'fields', 'nearShare', 'sign'])
  })
})

const arrival = (no: number, door: number, answers: Record<string, unknown>): Arrived => ({
  entry: `${no}-${door}`,
  by: `round ${no}`,
  at: new Date(Date.UTC(2026, 7, 1 + no, 1, door)).toISOString(),
  subject: `door ${no}-${door}`,
  answers,
})
