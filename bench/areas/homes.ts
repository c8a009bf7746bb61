import { cast, STAGE } from '../../demo/cast.ts'
import { idNumber } from '../../demo/identifiers.ts'
import { withSql } from '../city/cluster.ts'
import type { Measured } from '../figures.ts'
import { cpuEach, interleave, p95Of, ratio, summary, type Variant } from '../measure/rounds.ts'
import { command, type Signed, signInAs } from '../road/people.ts'
import type { Bench } from '../stage.ts'
import type { Area } from './area.ts'

export const homes: Area = {
  name: 'homes',
  about:
    'Doors and those who live behind them, over HTTP with session, scope and record: 600,000 dwellings with 2.58 million persons against 6,000 dwellings, in turns, four people at once. A grid has as many doors in both; so has the township that is searched.',
  run: measure,
}

const ASKED = ['door', 'grid', 'name in the grid', 'name in the township', 'phone in the township', 'number'] as const
type Asked = (typeof ASKED)[number]
const SIZES = ['few', 'many'] as const

async function measure(bench: Bench): Promise<Measured[]> {
  const { generator, sizes, many, postmaster } = bench
  const variants: Variant[] = []
  for (const size of SIZES) {
    const { url } = await bench.homes(size === 'few' ? sizes.fewDoors : sizes.doors)
    const server = await bench.road(url)
    const [worker, room] = await Promise.all([
      signInAs(server.origin, cast.yuXuewen.login ?? ''),
      signInAs(server.origin, cast.huWeiping.login ?? ''),
    ])
    const known = await knownIn(url)
    for (const asked of ASKED)
      variants.push({
        name: `${asked}, ${size}`,
        origin: server.origin,
        pid: server.pid,
        postmaster,
        connections: 4,
        chains: (round) =>
          Array.from({ length: many(asked.includes('township') ? 100 : 300) }, (_, i) => [
            request(asked, { worker, room }, known[(i * 7919 + round) % known.length]),
          ]),
      })
  }
  const rounds = await interleave(generator, variants, sizes.rounds)
  return ASKED.flatMap((asked): Measured[] => [
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
    {
      name: `${asked}: p95`,
      value: summary(rounds.get(`${asked}, many`) ?? []).p95,
      unit: 'ms',
      ...(asked === 'door' ? { goal: '<= 100' } : {}),
    },
  ])
}

type Known = { household: string; name: string; phone: string }
type Who = { worker: Signed; room: Signed }

function request(asked: Asked, { worker, room }: Who, known: Known | undefined) {
  const search = (who: Signed, text: string) => ({
    method: 'POST' as const,
    path: '/api/homes.search',
    headers: { ...command(), ...who.headers },
    body: JSON.stringify({ text }),
  })
  const ask = (who: Signed, name: string, query: Record<string, string>) => ({
    method: 'GET' as const,
    path: `/api/${name}?${new URLSearchParams(query).toString()}`,
    headers: who.headers,
  })
  if (asked === 'door') return ask(worker, 'homes.household', { id: known?.household ?? '' })
  if (asked === 'grid') return ask(worker, 'homes.list', { limit: '50' })
  if (asked === 'name in the grid') return search(worker, known?.name ?? '')
  if (asked === 'name in the township') return search(room, known?.name ?? '')
  if (asked === 'phone in the township') return search(room, known?.phone.slice(-4) ?? '')
  return search(worker, idNumber('330802', '1971-05-06', 'male'))
}

/** Heads of the stage's grid, to be asked for. */
const knownIn = (url: string): Promise<Known[]> =>
  withSql(
    url,
    (sql) => sql<Known[]>`
    select h.id as household, p.name, p.phone from homes.household h join people.person p on p.id = h.head
    where h.place = ${STAGE.grid} and p.phone is not null order by md5(h.id::text) limit 500`,
  )
