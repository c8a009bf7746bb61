import type postgres from 'postgres'
import { withSql } from '../city/cluster.ts'
import type { Measured } from '../figures.ts'
import type { Chain } from '../load/generator.ts'
import { cpuEach, interleave, p95Of, ratio, summary, type Variant } from '../measure/rounds.ts'
import type { Lane, Staff } from '../road/people.ts'
import { accept, figures, newest, newId, one, report } from '../road/works.ts'
import type { Bench, Server } from '../stage.ts'
import type { Area } from './area.ts'
import { casesIn, plainKind, plainKindOf } from './kinds.ts'

/** (f) */
export const audit: Area = {
  name: 'audit',
  about:
    'The record of acts and looks, and the purposes in it, on against off. Off exists only here: no look is noted (the answers of that server run with a `saw` that forgets), and a trigger throws away the rows its commands would add, so neither rows nor indexes nor log are written. The mix is that of an office: 8 lists, 7 cases looked at, 2 reports, 2 acceptances, 1 dashboard.',
  run: measure,
}

/** Rows of the record are dropped on connections that say so; the others pay for asking. */
const MUTE = `
  create or replace function bench_mute() returns trigger language plpgsql as $$ begin return null; end $$;
  create or replace trigger bench_mute before insert on kernel.record for each row when (current_setting('bench.mute', true) = 'on') execute function bench_mute()`
const UNMUTE = 'drop trigger if exists bench_mute on kernel.record'

async function measure(bench: Bench): Promise<Measured[]> {
  const { url } = await bench.city(bench.sizes.whole)
  await withSql(url, (sql) => sql.unsafe(MUTE))
  try {
    const [on, off] = [await bench.road(url), await bench.road(`${url}?bench.mute=on`, { blind: true })]
    const staff = await bench.staff(url, on.origin)
    await withSql(url, (sql) => seeMuting(sql, bench, { on, off }, staff))
    return await compare(bench, { on, off }, staff, url)
  } finally {
    await withSql(url, (sql) => sql.unsafe(UNMUTE))
  }
}

type Both = { on: Server; off: Server }

async function compare(bench: Bench, { on, off }: Both, staff: Staff, url: string): Promise<Measured[]> {
  const { generator, postmaster, sizes } = bench
  const ids = await casesIn(url, staff.county.place, 2000)
  const all: Measured[] = []
  for (const [name, works] of Object.entries(worksOf(bench, staff, ids, await plainKind(url)))) {
    const variant = (side: string, server: Server): Variant => ({
      name: side,
      origin: server.origin,
      pid: server.pid,
      postmaster,
      chains: works(side),
    })
    const rounds = await interleave(generator, [variant('on', on), variant('off', off)], sizes.rounds)
    const times = ratio(rounds, 'on', 'off', cpuEach)
    bench.say(`  ${name}: ${times.toFixed(3)} x`)
    all.push(
      { name: `${name}: CPU, on against off`, value: times, unit: 'x', goal: '<= 1.1' },
      { name: `${name}: p95, on against off`, value: ratio(rounds, 'on', 'off', p95Of), unit: 'x' },
      { name: `${name}: CPU a request, on`, value: summary(rounds.get('on') ?? []).cpu, unit: 'ms' },
    )
  }
  return all
}

type Works = (side: string) => (round: number) => Chain[]

function worksOf({ many }: Bench, staff: Staff, ids: string[], kind: string): Record<string, Works> {
  const lane = (i: number): Lane => staff.lanes[i % staff.lanes.length] ?? fail()
  const look = (i: number): Chain => [one(staff.county, ids[(i * 7919) % ids.length] ?? '')]
  const list = (): Chain => [newest(staff.county, { open: true })]
  const made = new Map<string, [Lane, string][]>()
  const create = (side: string, i: number): Chain => {
    const id = newId()
    made.set(side, [...(made.get(side) ?? []), [lane(i), id]])
    return [report(lane(i), kind, id)]
  }
  const take = (side: string): Chain => {
    const [who, id] = made.get(side)?.shift() ?? fail()
    return [accept(who, id)]
  }
  const times = (count: number, of: (i: number) => Chain): Chain[] => Array.from({ length: count }, (_, i) => of(i))
  const office =
    (side: string) =>
    (round: number): Chain[] =>
      Array.from({ length: many(40) }, (_, i) => i + round * many(40)).flatMap((i) => [
        ...times(8, list),
        ...times(7, (j) => look(i * 7 + j)),
        ...times(2, (j) => create(side, i * 2 + j)),
        // Reports of an earlier round, so that none is accepted before it was made.
        ...times(2, () => take(side)),
        [figures(staff.city, staff.city.place)],
      ])
  return {
    'a report': (side) => () => times(many(500), (i) => create(side, i)),
    'an acceptance': (side) => () => times(many(300), () => take(side)),
    'the mix of an office': office,
    'a case looked at': () => (round) => times(many(500), (i) => look(i + round * 500)),
  }
}

/** That off is off, and on is on. */
async function seeMuting(sql: postgres.Sql, { generator }: Bench, { on, off }: Both, { lanes }: Staff): Promise<void> {
  const rows = async (): Promise<number> =>
    (await sql<{ n: number }[]>`select count(*)::int as n from kernel.record`)[0]?.n ?? 0
  const kind = await plainKindOf(sql)
  const once = ({ origin }: Server) =>
    generator.run({ origin, connections: 1, chains: [[report(lanes[0] ?? fail(), kind, newId())]] })
  const [none] = [await rows(), await once(off)]
  const [still] = [await rows(), await once(on)]
  if (still !== none || (await rows()) <= none) throw new Error('the record is not switched as it should be')
}

function fail(): never {
  throw new Error('not enough of it was made before')
}
