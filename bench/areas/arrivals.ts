import { spawn } from 'node:child_process'
import type { Measured } from '../figures.ts'
import type { Bench } from '../stage.ts'
import type { Area } from './area.ts'

export const arrivals: Area = {
  name: 'arrivals',
  about:
    'Random orders of arrival from a phone, against the real database: two matters a day, each reported and noted about twice, in pieces, shuffled, half of it sent twice, on two connections at a time. Each note must have had effect once and in the order in which it was written. It is the test of test/sync/orders.story.test.ts with SYNC_DAYS; a single day that is not as it must be ends it.',
  run: measure,
}

const DAYS = 10_000

async function measure(bench: Bench): Promise<Measured[]> {
  const days = bench.many(DAYS)
  const said = await test(days)
  const [, pushes = '0', seconds = '0'] = /real server: (\d+) pushes, ([\d.]+) s/.exec(said) ?? fail(said)
  return [
    { name: 'orders of arrival', value: days, unit: 'days' },
    { name: 'lost, twice or out of order', value: 0, unit: 'days', goal: '<= 0' },
    { name: 'pushes', value: Number(pushes), unit: 'pushes' },
    { name: 'all of it', value: Number(seconds), unit: 's' },
  ]
}

/** Fails with what the test said when a single day was not as it must be. */
function test(days: number): Promise<string> {
  const only = ['run', 'test/sync/orders.story.test.ts', '-t', 'random days']
  const child = spawn('npx', ['vitest', ...only], { env: { ...process.env, SYNC_DAYS: String(days) } })
  let said = ''
  for (const out of [child.stdout, child.stderr]) out.on('data', (some: Buffer) => (said += some.toString()))
  return new Promise((done, failed) => {
    child.once('exit', (code) => (code === 0 ? done(said) : failed(new Error(said.slice(-2000)))))
  })
}

function fail(said: string): never {
  throw new Error(`no figures in what the test said: ${said.slice(-2000)}`)
}
