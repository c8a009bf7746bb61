import type { Chain, Generator } from '../load/spawned.ts'
import { type Cpu, cpuOf } from './cpu.ts'
import { median, percentile } from './numbers.ts'

/** One of the things compared with each other: where its requests go, and what they are in this round. */
export type Variant = {
  name: string
  origin: string
  pid: number
  postmaster: number
  connections?: number
  chains: (round: number) => Chain[]
}

export type Round = { requests: number; seconds: number; walls: number[][]; lives: number[]; cpu: Cpu }

/**
 * Runs all variants again and again, one after the other and each time in the opposite order, so that what else the machine
 * does falls on all of them alike. The first round only warms up.
 */
export async function interleave(
  generator: Generator,
  variants: readonly Variant[],
  rounds: number,
): Promise<Map<string, Round[]>> {
  const all = new Map<string, Round[]>(variants.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round++)
    for (const variant of round % 2 === 0 ? variants : variants.toReversed()) {
      const measured = await once(generator, variant, round)
      if (round > 0) all.get(variant.name)?.push(measured)
    }
  return all
}

async function once(generator: Generator, v: Variant, round: number): Promise<Round> {
  const chains = v.chains(round)
  const before = cpuOf(v.pid, v.postmaster)
  const { walls, lives, seconds } = await generator.run({ origin: v.origin, connections: v.connections ?? 20, chains })
  const after = cpuOf(v.pid, v.postmaster)
  const cpu = { server: after.server - before.server, database: after.database - before.database }
  return { requests: chains.reduce((sum, chain) => sum + chain.length, 0), seconds, walls, lives, cpu }
}

/** Medians over the rounds; times in milliseconds, a request each. */
export type Summary = {
  cpu: number
  server: number
  database: number
  p50: number
  p95: number
  lifeP95: number
  perSecond: number
  spread: number
}

export function summary(rounds: readonly Round[]): Summary {
  const each = (of: (round: Round) => number): number => median(rounds.map(of))
  const cpus = rounds.map((round) => (1000 * (round.cpu.server + round.cpu.database)) / round.requests)
  return {
    cpu: median(cpus),
    server: each(({ cpu, requests }) => (1000 * cpu.server) / requests),
    database: each(({ cpu, requests }) => (1000 * cpu.database) / requests),
    p50: each(({ walls }) => percentile(walls.flat(), 0.5)),
    p95: each(({ walls }) => percentile(walls.flat(), 0.95)),
    lifeP95: each(({ lives }) => percentile(lives, 0.95)),
    perSecond: each(({ requests, seconds }) => requests / seconds),
    spread: (Math.max(...cpus) - Math.min(...cpus)) / median(cpus),
  }
}

/** The median over the rounds of one against another in the same round: slower than two medians to be led astray by noise. */
export function ratio(rounds: Map<string, Round[]>, a: string, b: string, of: (round: Round) => number): number {
  const [as, bs] = [rounds.get(a) ?? [], rounds.get(b) ?? []]
  return median(as.map((round, i) => of(round) / of(bs[i] ?? round)))
}
export const cpuEach = ({ cpu, requests }: Round): number => (cpu.server + cpu.database) / requests
export const p95Of = ({ walls }: Round): number => percentile(walls.flat(), 0.95)
export const lifeP95Of = ({ lives }: Round): number => percentile(lives, 0.95)
