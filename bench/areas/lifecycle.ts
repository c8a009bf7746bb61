import type { Measured } from '../figures.ts'
import { percentile } from '../measure/numbers.ts'
import { interleave, lifeP95Of, p95Of, ratio, type Round, summary, type Variant } from '../measure/rounds.ts'
import { life, LIFE } from '../road/works.ts'
import type { Bench } from '../stage.ts'
import type { Area } from './area.ts'
import { plainKind } from './kinds.ts'

/** (a) */
export const lifecycle: Area = {
  name: 'lifecycle',
  about:
    'create -> assign -> accept -> handle -> verify -> confirm -> find over HTTP, 20 at a time, each step by whoever may take it, with relay and sealer at work; the same on cities of three sizes, in turns.',
  run: measure,
}

async function measure(bench: Bench): Promise<Measured[]> {
  const { sizes, many, generator, postmaster } = bench
  const variants: Variant[] = []
  for (const cases of [sizes.none, sizes.some, sizes.whole]) {
    const { url } = await bench.city(cases)
    const server = await bench.road(url, { worker: true })
    const { lanes } = await bench.staff(url, server.origin)
    const kind = await plainKind(url)
    const chains = () =>
      Array.from({ length: many(100) }, (_, i) => lanes[i % lanes.length]).flatMap((lane) =>
        lane ? [life(lane, kind)] : [],
      )
    variants.push({ name: String(cases), origin: server.origin, pid: server.pid, postmaster, chains })
  }
  const rounds = await interleave(generator, variants, sizes.rounds)
  return figuresOf(rounds, sizes)
}

function figuresOf(rounds: Map<string, Round[]>, { none, some, whole }: Bench['sizes']): Measured[] {
  const against = (a: number, of: (round: Round) => number) => ratio(rounds, String(a), String(none), of)
  const stage = (at: number) => (round: Round) => percentile(round.walls[at] ?? [], 0.95)
  return [
    {
      name: `a request, p95 at ${many(whole)} against ${many(none)}`,
      value: against(whole, p95Of),
      unit: 'x',
      goal: '<= 1.2',
    },
    {
      name: `a request, p95 at ${many(some)} against ${many(none)}`,
      value: against(some, p95Of),
      unit: 'x',
      goal: '<= 1.2',
    },
    {
      name: `a whole life, p95 at ${many(whole)} against ${many(none)}`,
      value: against(whole, lifeP95Of),
      unit: 'x',
      goal: '<= 1.2',
    },
    ...LIFE.map((name, at) => ({
      name: `${name}, p95 at ${many(whole)} against ${many(none)}`,
      value: against(whole, stage(at)),
      unit: 'x',
    })),
    ...[none, some, whole].flatMap((cases) => told(cases, rounds.get(String(cases)) ?? [])),
  ]
}

function told(cases: number, rounds: Round[]): Measured[] {
  const { p50, p95, lifeP95, cpu, perSecond, spread } = summary(rounds)
  const at = `at ${many(cases)} cases`
  return [
    { name: `a request, p50 ${at}`, value: p50, unit: 'ms' },
    { name: `a request, p95 ${at}`, value: p95, unit: 'ms' },
    { name: `a whole life, p95 ${at}`, value: lifeP95, unit: 'ms' },
    { name: `CPU of a request ${at}`, value: cpu, unit: 'ms' },
    { name: `requests ${at}`, value: perSecond, unit: '/s' },
    { name: `noise: CPU of the rounds, (most - least) / median ${at}`, value: spread, unit: '' },
  ]
}

const many = (cases: number): string => cases.toLocaleString('en')
