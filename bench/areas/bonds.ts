import { cast, STAGE } from '../../demo/cast.ts'
import { openBonds } from '../city/bonds.ts'
import { withSql } from '../city/cluster.ts'
import type { Measured } from '../figures.ts'
import { cpuEach, interleave, p95Of, ratio, summary, type Variant } from '../measure/rounds.ts'
import { median } from '../measure/numbers.ts'
import { type Signed, signInAs } from '../road/people.ts'
import type { Bench, Server } from '../stage.ts'
import type { Area } from './area.ts'

export const bonds: Area = {
  name: 'bonds',
  about:
    'Who is responsible for this door now, and on 10 February 2020? Over HTTP with session, scope and record, by a township room, at 600,000 dwellings with 1.2 million bonds against 6,000 dwellings, in turns. The coverage proof recounts every household each time.',
  run: measure,
}

const ASKED = ['now', '2020-02-10', 'own doors', 'coverage of a township'] as const
type Asked = (typeof ASKED)[number]
const SIZES = ['few', 'many'] as const

async function measure(bench: Bench): Promise<Measured[]> {
  const { generator, sizes } = bench
  const variants: Variant[] = []
  const counted: number[] = []
  let whole: { server: Server; city: Signed } | undefined
  for (const size of SIZES) {
    const { url } = await bench.homes(size === 'few' ? sizes.fewDoors : sizes.doors)
    counted.push(await openBonds(url, bench.say))
    const server = await bench.road(url)
    const [room, worker, city] = await Promise.all(
      (['huWeiping', 'yuXuewen', 'zhuGuoliang'] as const).map((who) => signInAs(server.origin, cast[who].login ?? '')),
    )
    if (!room || !worker || !city) throw new Error('nobody signed in')
    whole = { server, city }
    variants.push(...(await variantsOf(bench, { url, server, size, room, worker })))
  }
  const rounds = await interleave(generator, variants, sizes.rounds)
  const proof = whole ? await proofOf(whole.server, whole.city) : { seconds: 0, households: 0 }
  const at = (asked: Asked, size: (typeof SIZES)[number]) => rounds.get(`${asked}, ${size}`) ?? []
  return [
    { name: 'bonds at the large size', value: counted[1] ?? 0, unit: 'bonds' },
    ...ASKED.flatMap((asked): Measured[] => [
      {
        name: `${asked}: p95`,
        value: summary(at(asked, 'many')).p95,
        unit: 'ms',
        ...(asked === 'now' || asked === '2020-02-10' ? { goal: '<= 100' } : {}),
      },
      {
        name: `${asked}: p95 at ${sizes.doors.toLocaleString('en')} dwellings against ${sizes.fewDoors.toLocaleString('en')}`,
        value: ratio(rounds, `${asked}, many`, `${asked}, few`, p95Of),
        unit: 'x',
        goal: '<= 1.2',
      },
      {
        name: `${asked}: CPU, the same`,
        value: ratio(rounds, `${asked}, many`, `${asked}, few`, cpuEach),
        unit: 'x',
        goal: '<= 1.2',
      },
    ]),
    { name: 'coverage proof of the whole city: households recounted', value: proof.households, unit: 'households' },
    { name: 'coverage proof of the whole city', value: proof.seconds, unit: 's' },
  ]
}

type Side = { url: string; server: Server; size: string; room: Signed; worker: Signed }

async function variantsOf({ postmaster, many }: Bench, { url, server, size, room, worker }: Side): Promise<Variant[]> {
  const doors = await withSql(
    url,
    (sql) => sql<{ id: string }[]>`
    select id from homes.household where place like ${`${STAGE.township}%`} order by md5(id::text) limit 1000`,
  )
  const day = { now: {}, '2020-02-10': { day: '2020-02-10' } }
  return ASKED.map((asked) => ({
    name: `${asked}, ${size}`,
    origin: server.origin,
    pid: server.pid,
    postmaster,
    chains: (round) =>
      Array.from({ length: many(asked === 'coverage of a township' ? 60 : 300) }, (_, i) => {
        const household = doors[(i * 7919 + round) % doors.length]?.id ?? ''
        if (asked === 'own doors') return [ask('bonds.mine', worker, { limit: '50' })]
        if (asked === 'coverage of a township') return [ask('bonds.coverage', room, { kind: 'member_household' })]
        return [ask('bonds.door', room, { household, ...day[asked] })]
      }),
  }))
}

const ask = (name: string, who: Signed, query: Record<string, string>) => ({
  method: 'GET' as const,
  path: `/api/${name}?${new URLSearchParams(query).toString()}`,
  headers: who.headers,
})

/** The city's command asks for the proof of everything, three times. */
async function proofOf({ origin }: Server, { headers }: Signed): Promise<{ seconds: number; households: number }> {
  const times: number[] = []
  let households = 0
  for (let i = 0; i < 3; i++) {
    const began = performance.now()
    const answer = await fetch(`${origin}/api/bonds.coverage?kind=member_household`, { headers })
    const proof = (await answer.json()) as { households: number; reached: number }
    times.push((performance.now() - began) / 1000)
    households = proof.households
    if (proof.households !== proof.reached)
      throw new Error(`${proof.households - proof.reached} households are not reached`)
  }
  return { seconds: median(times), households }
}
