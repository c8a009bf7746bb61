import { DEMO_PASSWORD } from '../../demo/cast.ts'
import { CITY_NOW } from '../city/fill.ts'
import { withSql } from '../city/cluster.ts'
import type { Measured } from '../figures.ts'
import type { Morning, Phoned } from '../load/phones.ts'
import { answerOf, start } from '../load/spawned.ts'
import { cpuOf } from '../measure/cpu.ts'
import { percentile } from '../measure/numbers.ts'
import type { Bench } from '../stage.ts'
import type { Area } from './area.ts'

const FEW = 10
const MANY = 1000
/** 2G in the mountains. */
const LINE = { bytesPerSecond: 16_000, delayMs: 150 }

export const sync: Area = {
  name: 'sync',
  about:
    'Workers’ phones that all wake up at the same instant: each signs in (argon2id), registers and takes its day along, over a line of 128 kbit/s and 300 ms, from an address of its own. 1,000 beside 10.',
  run: measure,
}

async function measure(bench: Bench): Promise<Measured[]> {
  const { url } = await bench.city(bench.sizes.none)
  const road = await bench.road(url)
  const many = bench.many(MANY)
  const logins = await withSql(
    url,
    (sql) => sql<{ login: string }[]>`
    select p.login from posts.post o join people.person p on p.id = o.person and p.login is not null
    where o.role = 'grid_worker' and upper_inf(o.held) group by 1 order by md5(p.login) limit ${many + 2 * FEW}`,
  )
  const names = logins.map(({ login }) => login)
  const phones = start('load/phones.ts')
  const morning = async (some: string[]) => {
    const before = cpuOf(road.pid, bench.postmaster)
    phones.process.send({
      origin: road.origin,
      logins: some,
      password: DEMO_PASSWORD,
      now: CITY_NOW,
      ...LINE,
    } satisfies Morning)
    const done = await answerOf<Phoned>(phones)
    const after = cpuOf(road.pid, bench.postmaster)
    if (done.refused.length > 0) throw new Error(`${done.refused.length} refused, the first: ${done.refused[0]}`)
    const cpu = (1000 * (after.server + after.database - before.server - before.database)) / some.length
    return { ...done, cpu }
  }
  await morning(names.splice(0, FEW))
  const few = await morning(names.splice(0, FEW))
  const all = await morning(names)
  await phones.stop()
  const p95 = (walls: number[]) => percentile(walls, 0.95) / 1000
  return [
    { name: `${many} at once: CPU a phone, of that among ${FEW}`, value: all.cpu / few.cpu, unit: 'x', goal: '<= 1.2' },
    {
      name: 'the first time, over the line: the most of a phone',
      value: Math.max(...all.bytes) / 1024,
      unit: 'KB',
      goal: '<= 1024',
    },
    { name: 'the first time, over the line: median', value: percentile(all.bytes, 0.5) / 1024, unit: 'KB' },
    { name: 'again, nothing changed: median', value: percentile(all.again, 0.5) / 1024, unit: 'KB' },
    { name: `${many} at once: signed in, p95`, value: p95(all.signIn), unit: 's' },
    { name: `${many} at once: the first part is there, p95`, value: p95(all.first), unit: 's' },
    { name: `${many} at once: all of it is there, p95`, value: p95(all.whole), unit: 's' },
    { name: `${FEW} at once, for comparison: all of it is there, p95`, value: p95(few.whole), unit: 's' },
    { name: 'CPU a phone', value: all.cpu, unit: 'ms' },
    { name: 'refused', value: all.refused.length, unit: 'phones', goal: '<= 0' },
  ]
}
