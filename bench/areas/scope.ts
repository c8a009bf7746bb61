import type { Measured } from '../figures.ts'
import { cpuEach, interleave, p95Of, ratio, type Round, summary, type Variant } from '../measure/rounds.ts'
import { newest, one } from '../road/works.ts'
import type { Signed } from '../road/people.ts'
import type { Bench, Server } from '../stage.ts'
import type { Area } from './area.ts'
import { casesIn } from './kinds.ts'

/** (c) */
export const scope: Area = {
  name: 'scope',
  about:
    'The newest 50 open with the total: a county officer against the city command, and row-level security on against off (a second server process), in turns.',
  run: measure,
}

async function measure(bench: Bench): Promise<Measured[]> {
  const { url } = await bench.city(bench.sizes.whole)
  const [on, off] = [await bench.road(url), await bench.road(url, { rowSecurity: false })]
  const staff = await bench.staff(url, on.origin)
  const ids = await casesIn(url, staff.county.place, 2000)
  const { many, postmaster, generator, sizes } = bench
  const lists = (name: string, server: Server, who: Signed, open = true): Variant => ({
    name,
    origin: server.origin,
    pid: server.pid,
    postmaster,
    chains: () => Array.from({ length: many(120) }, () => [newest(who, { open })]),
  })
  const looks = (name: string, server: Server): Variant => ({
    name,
    origin: server.origin,
    pid: server.pid,
    postmaster,
    chains: (r) =>
      Array.from({ length: many(300) }, (_, i) => [one(staff.county, ids[(i * 7919 + r) % ids.length] ?? '')]),
  })
  const variants = [
    lists('county', on, staff.county),
    lists('county, off', off, staff.county),
    lists('city', on, staff.city),
    lists('department', on, staff.officer),
    lists('department, off', off, staff.officer),
    lists('closed', on, staff.county, false),
    lists('closed, off', off, staff.county, false),
    looks('one', on),
    looks('one, off', off),
  ]
  return figuresOf(await interleave(generator, variants, sizes.rounds))
}

function figuresOf(rounds: Map<string, Round[]>): Measured[] {
  const both = (name: string, a: string, b: string): Measured[] => [
    { name: `${name}: CPU`, value: ratio(rounds, a, b, cpuEach), unit: 'x', goal: '<= 1.2' },
    { name: `${name}: p95`, value: ratio(rounds, a, b, p95Of), unit: 'x', goal: '<= 1.2' },
  ]
  return [
    ...both('list of a county officer against the city', 'county', 'city'),
    ...both('list of a department officer against the city', 'department', 'city'),
    ...both('list of a county, row-level security on against off', 'county', 'county, off'),
    ...both('list of closed cases of a county, on against off', 'closed', 'closed, off'),
    ...both('list of a department, on against off', 'department', 'department, off'),
    ...both('one case, on against off', 'one', 'one, off'),
    ...[...rounds].map(([name, all]): Measured => ({
      name: `CPU a request: ${name}`,
      value: summary(all).cpu,
      unit: 'ms',
    })),
    {
      name: 'noise: CPU of the rounds (most - least) / median, county',
      value: summary(rounds.get('county') ?? []).spread,
      unit: '',
    },
  ]
}
