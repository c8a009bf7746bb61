import { cast, STAGE } from '../../demo/cast.ts'
import { openVisits } from '../city/visits.ts'
import { withSql } from '../city/cluster.ts'
import type { Measured } from '../figures.ts'
import { cpuEach, interleave, p95Of, ratio, summary, type Variant } from '../measure/rounds.ts'
import { type Signed, signInAs } from '../road/people.ts'
import type { Bench } from '../stage.ts'
import type { Area } from './area.ts'

export const visits: Area = {
  name: 'visits',
  about:
    'Which doors are due today, by a grid worker and by a cadre of the village, and one door before somebody knocks: over HTTP with session, scope and record, after a year with a visit to every household, at 600,000 dwellings against 6,000, in turns, four people at once. A grid has as many doors in both.',
  run: measure,
}

const ASKED = ['doors of a grid', 'doors of a village', 'a door'] as const
type Asked = (typeof ASKED)[number]
const SIZES = ['few', 'many'] as const

async function measure(bench: Bench): Promise<Measured[]> {
  const { generator, sizes } = bench
  const variants: Variant[] = []
  const counted: number[] = []
  for (const size of SIZES) {
    const { url } = await bench.homes(size === 'few' ? sizes.fewDoors : sizes.doors)
    counted.push(await openVisits(url, bench.say))
    const server = await bench.road(url)
    const [worker, cadre] = await Promise.all(
      (['yuXuewen', 'yuGuorong'] as const).map((who) => signInAs(server.origin, cast[who].login ?? '')),
    )
    if (!worker || !cadre) throw new Error('nobody signed in')
    const doors = await doorsOf(url)
    for (const asked of ASKED)
      variants.push({
        name: `${asked}, ${size}`,
        origin: server.origin,
        pid: server.pid,
        postmaster: bench.postmaster,
        connections: 4,
        chains: (round) =>
          Array.from({ length: bench.many(200) }, (_, i) => [
            request(asked, { worker, cadre }, doors[(i * 7919 + round) % doors.length] ?? ''),
          ]),
      })
  }
  const rounds = await interleave(generator, variants, sizes.rounds)
  const large = `${sizes.doors.toLocaleString('en')} dwellings`
  return [
    { name: 'visits at the large size', value: counted[1] ?? 0, unit: 'visits' },
    ...ASKED.flatMap((asked): Measured[] => [
      {
        name: `${asked}: p95 at ${large} against ${sizes.fewDoors.toLocaleString('en')}`,
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
      { name: `${asked}: p95`, value: summary(rounds.get(`${asked}, many`) ?? []).p95, unit: 'ms' },
    ]),
  ]
}

/** Doors of the grid that the worker answers for. */
const doorsOf = (url: string): Promise<string[]> =>
  withSql(url, async (sql) => {
    const rows = await sql<{ id: string }[]>`
      select id from homes.household where place = ${STAGE.grid} and until_day is null order by id limit 1000`
    return rows.map(({ id }) => id)
  })

function request(asked: Asked, { worker, cadre }: { worker: Signed; cadre: Signed }, household: string) {
  const who = asked === 'doors of a village' ? cadre : worker
  const path = asked === 'a door' ? `/api/visits.door?household=${household}` : '/api/visits.doors?'
  return { method: 'GET' as const, path, headers: who.headers }
}
