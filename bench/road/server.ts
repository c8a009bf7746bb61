import { buildServer } from '#apps/server/server.ts'
import { startWorker, type Worker } from '#apps/server/worker.ts'
import type { AskContext } from '#kernel/ask.ts'
import type { Platform } from '#kernel/platform.ts'
import type { RoadOptions } from './options.ts'
import { benchPlatform } from './platform.ts'

/** The product's server as a process of its own, told by one argument of JSON. */
const options = JSON.parse(process.argv[2] ?? '{}') as RoadOptions
const p = benchPlatform(options)
if (options.blind) forgetLooks(p)
const app = await buildServer(p, { perMinute: 1e9, docs: false })
const worker = options.worker ? await withWorker() : undefined
await app.listen({ port: 0, host: '127.0.0.1' })
const address = app.server.address()
process.send?.({ origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` })
process.on('SIGTERM', () => void stop().then(() => process.exit(0)))

/** Jobs of falling due are left out: the copies of one case would all fall due at one instant, as no city's cases do. */
async function withWorker(): Promise<Worker> {
  await p.live.start()
  return startWorker({ ...p, slices: { ...p.slices, jobs: [] } })
}

async function stop(): Promise<void> {
  await app.close()
  await worker?.stop()
  await p.db.close()
}

function forgetLooks({ slices }: Platform): void {
  for (const [name, one] of slices.answers)
    slices.answers.set(name, { ...one, run: (ctx: AskContext, input) => one.run({ ...ctx, saw: () => {} }, input) })
}
